/** The form in which the state of a replica can be put away. */
import { ChangeSet, Text } from '@codemirror/state';
import type { ReplicaState } from './replica-state.js';

/** A change as few values: what is put away again and again while an edit goes out in parts has to be copied quickly. */
interface PackedChange {
  /** For each section the length before, and after; -1: kept. */
  sections: Int32Array;
  /** All that is inserted. */
  inserted: string;
}

/** Structured-clonable. Pages before 0.2 kept changes as `ChangeSet.toJSON` gives them. */
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
  undo?: unknown[];
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

/** What was put away. What the person saw follows from it, and the room is not there yet. */
export function unpackReplica(snapshot: ReplicaSnapshot): Omit<ReplicaState, 'text' | 'online' | 'places'> {
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

/** Most of what waits is the same from one time to the next. */
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
