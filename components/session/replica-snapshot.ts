/** The state of a replica, and the form in which it can be put away. */
import { ChangeSet, Text } from '@codemirror/state';

/** A confirmed edit that a crash of the room may still take back. */
export interface Undurable {
  version: number;
  own: boolean;
  change: ChangeSet;
  inverse: ChangeSet;
}

/** A change on its way to the room. */
export interface Inflight {
  author: number;
  sequence: number;
  change: ChangeSet;
}

export interface ReplicaState {
  confirmed: Text;
  version: number;
  durable: number;
  author: number;
  sequence: number;
  inflight: Inflight | null;
  parts: readonly ChangeSet[];
  undo: ChangeSet | null;
  buffer: ChangeSet | null;
  tail: Undurable[];
}

/** Structured-clonable: changes as `ChangeSet.toJSON` gives them. */
export interface ReplicaSnapshot {
  confirmed: string;
  version: number;
  durable: number;
  author: number;
  sequence: number;
  /** `partial`, as pages before 0.2 kept it: the first part of something larger, whose rest is the buffer. */
  inflight: { author: number; sequence: number; change: unknown; partial?: boolean } | null;
  /** Such pages kept neither. */
  parts?: unknown[];
  undo?: unknown;
  buffer: unknown;
  tail: { version: number; own: boolean; change: unknown; inverse: unknown }[];
}

/** Which history of the room a text belongs to, and which start of the room told it. */
export interface History {
  epoch: string;
  start: number;
}

/** A document as it is kept while edits are not saved. */
export interface DocumentSnapshot {
  name: string;
  language: string;
  unsaved: number;
  /** Name and language the room has not taken yet. */
  wanted?: Partial<Record<'name' | 'language', string>> | null;
  history: History;
  replica: ReplicaSnapshot;
}

export function packReplica({
  confirmed,
  inflight,
  parts,
  undo,
  buffer,
  tail,
  ...numbers
}: ReplicaState): ReplicaSnapshot {
  return {
    ...numbers,
    confirmed: confirmed.toString(),
    inflight: inflight && { ...inflight, change: inflight.change.toJSON() },
    parts: parts.map((part) => part.toJSON()),
    undo: undo?.toJSON() ?? null,
    buffer: buffer?.toJSON() ?? null,
    tail: tail.map((entry) => ({ ...entry, change: entry.change.toJSON(), inverse: entry.inverse.toJSON() })),
  };
}

export function unpackReplica(snapshot: ReplicaSnapshot): ReplicaState {
  const { confirmed, inflight, parts = [], undo = null, buffer, tail, ...numbers } = snapshot;
  const read = (json: unknown) => ChangeSet.fromJSON(json);
  const rest = inflight?.partial && buffer !== null;
  return {
    ...numbers,
    confirmed: Text.of(confirmed.split('\n')),
    inflight: inflight && { author: inflight.author, sequence: inflight.sequence, change: read(inflight.change) },
    parts: (rest ? [buffer] : parts).map(read),
    undo: undo === null ? null : read(undo),
    buffer: buffer === null || rest ? null : read(buffer),
    tail: tail.map((entry) => ({ ...entry, change: read(entry.change), inverse: read(entry.inverse) })),
  };
}
