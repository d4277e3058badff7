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
  /** The first part of something larger, whose rest waits in the buffer. */
  partial: boolean;
}

export interface ReplicaState {
  confirmed: Text;
  version: number;
  durable: number;
  author: number;
  sequence: number;
  inflight: Inflight | null;
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
  inflight: { author: number; sequence: number; change: unknown; partial: boolean } | null;
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

export function packReplica({ confirmed, inflight, buffer, tail, ...numbers }: ReplicaState): ReplicaSnapshot {
  return {
    ...numbers,
    confirmed: confirmed.toString(),
    inflight: inflight && { ...inflight, change: inflight.change.toJSON() },
    buffer: buffer?.toJSON() ?? null,
    tail: tail.map((entry) => ({ ...entry, change: entry.change.toJSON(), inverse: entry.inverse.toJSON() })),
  };
}

export function unpackReplica({ confirmed, inflight, buffer, tail, ...numbers }: ReplicaSnapshot): ReplicaState {
  const read = (json: unknown) => ChangeSet.fromJSON(json);
  return {
    ...numbers,
    confirmed: Text.of(confirmed.split('\n')),
    inflight: inflight && { ...inflight, change: read(inflight.change) },
    buffer: buffer === null ? null : read(buffer),
    tail: tail.map((entry) => ({ ...entry, change: read(entry.change), inverse: read(entry.inverse) })),
  };
}
