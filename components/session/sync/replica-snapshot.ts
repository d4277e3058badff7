/** Serialises the state of a replica for the outbox. */
import { ChangeSet, Text } from '@codemirror/state';
import type { ReplicaState } from './replica-state.js';

/** A change in compact form, because it is cloned again and again while an edit is sent in parts. */
interface PackedChange {
  /** For each section its length before and after; -1: kept. */
  sections: Int32Array;
  /** All inserted text, concatenated. */
  inserted: string;
}

/** Structured-clonable. Before version 0.2, changes were stored as by `ChangeSet.toJSON`. */
export interface ReplicaSnapshot {
  confirmed: string;
  version: number;
  durable: number;
  author: number;
  sequence: number;
  /** `partial`, before version 0.2: the first part of an edit whose rest is in the buffer. */
  inflight: { author: number; sequence: number; change: unknown; partial?: boolean } | null;
  /** Missing before version 0.2. */
  parts?: unknown[];
  undo?: unknown[];
  buffer: unknown;
  tail: { version: number; own: boolean; change: unknown; inverse: unknown }[];
}

/** The room's history that a text belongs to, and the start in which the room sent it. */
export interface History {
  epoch: string;
  start: number;
}

/** A stored document with unsaved edits. */
export interface DocumentSnapshot {
  name: string;
  language: string;
  unsaved: number;
  /** Requested name and language that the room has not confirmed. */
  wanted?: Partial<Record<'name' | 'language', string>> | null;
  history: History;
  replica: ReplicaSnapshot;
}

export function packReplica(state: ReplicaState): ReplicaSnapshot {
  const { confirmed, version, durable, author, sequence, inflight, parts, undo, buffer, tail } = state;
  return {
    confirmed: confirmed.toString(),
    version,
    durable,
    author,
    sequence,
    inflight: inflight && { ...inflight, change: pack(inflight.change) },
    parts: parts.map(pack),
    undo: undo.map(pack),
    buffer: buffer && pack(buffer),
    tail: tail.map((entry) => ({ ...entry, change: pack(entry.change), inverse: pack(entry.inverse) })),
  };
}

/** Restores a stored state. The visible text is computed from it, and the replica is offline. */
export function unpackReplica(snapshot: ReplicaSnapshot): Omit<ReplicaState, 'text' | 'online' | 'held' | 'places'> {
  const { confirmed, version, durable, author, sequence, inflight, parts = [], undo = [], buffer, tail } = snapshot;
  const rest = inflight?.partial && buffer !== null;
  return {
    confirmed: Text.of(confirmed.split('\n')),
    version,
    durable,
    author,
    sequence,
    inflight: inflight && { author: inflight.author, sequence: inflight.sequence, change: unpack(inflight.change) },
    parts: (rest ? [buffer] : parts).map(unpack),
    undo: undo.map(unpack),
    buffer: buffer === null || rest ? null : unpack(buffer),
    tail: tail.map((entry) => ({ ...entry, change: unpack(entry.change), inverse: unpack(entry.inverse) })),
  };
}

/** Cache: most pending changes stay the same between two snapshots. */
const packed = new WeakMap<ChangeSet, PackedChange>();

function pack(change: ChangeSet): PackedChange {
  const known = packed.get(change);
  if (known) return known;
  const sections: number[] = [];
  const inserted: string[] = [];
  for (const section of change.toJSON() as (number | [number, ...string[]])[]) {
    if (typeof section === 'number') sections.push(section, -1);
    else {
      const [deleted, ...lines] = section;
      const text = lines.join('\n');
      sections.push(deleted, text.length);
      inserted.push(text);
    }
  }
  const made = { sections: Int32Array.from(sections), inserted: inserted.join('') };
  packed.set(change, made);
  return made;
}

function unpack(kept: unknown): ChangeSet {
  if (Array.isArray(kept)) return ChangeSet.fromJSON(kept);
  const { sections, inserted } = kept as PackedChange;
  const json: (number | [number, ...string[]])[] = [];
  let at = 0;
  for (let i = 0; i < sections.length; i += 2) {
    const [before, after] = [sections[i] as number, sections[i + 1] as number];
    if (after < 0) json.push(before);
    else json.push(after === 0 ? [before] : [before, ...inserted.slice(at, at + after).split('\n')]);
    at += Math.max(0, after);
  }
  return ChangeSet.fromJSON(json);
}
