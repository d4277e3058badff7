/** Reads a segment of a document's log, as it is stored and as a replay carries it: PROTOCOL.md, "Log". */
import type { ChangeSet } from '@codemirror/state';
import { readChange } from './change.js';
import { Reader } from './codec.js';

/** One applied edit; `version` is the one it gave, `time` milliseconds since 1970. */
export interface Entry {
  version: number;
  author: number;
  sequence: number;
  time: number;
  change: ChangeSet;
}

/** An edit whose change has not been read: to count it, or to pass it on, nobody need know what it changes. */
export interface UnreadEntry extends Omit<Entry, 'change'> {
  change: Uint8Array;
}

/** A segment with where it begins: the version before its first entry, and the length of the text then. */
interface LogSegment<E = Entry> {
  base: number;
  length: number;
  entries: E[];
}

/** Throws FrameError when the value is damaged. */
export function readUnread(bytes: Uint8Array): LogSegment<UnreadEntry> {
  const r = new Reader(bytes);
  const [base, length, begun] = [r.uint(), r.uint(), r.uint()];
  let [version, time] = [base, begun];
  const entries: UnreadEntry[] = [];
  while (!r.done) {
    const [author, sequence] = [r.uint(), r.uint()];
    time += r.uint();
    version++;
    entries.push({ version, author, sequence, time, change: r.bytes(bytes.length) });
  }
  return { base, length, entries };
}

/** As `readLogSegment`, in pieces of so many bytes: where it yields, whoever reads may pause. */
export function* readInPieces(bytes: Uint8Array, piece: number): Generator<undefined, LogSegment> {
  const { base, length: begun, entries } = readUnread(bytes);
  const read: Entry[] = [];
  let length = begun;
  let unbroken = 0;
  for (const entry of entries) {
    if (unbroken >= piece) {
      unbroken = 0;
      yield;
    }
    unbroken += entry.change.length;
    const change = readChange(new Reader(entry.change), length, bytes.length);
    length = change.newLength;
    read.push({ ...entry, change });
  }
  return { base, length: begun, entries: read };
}

/** Throws FrameError when the value is damaged. */
export function readLogSegment(bytes: Uint8Array): LogSegment {
  const { value } = readInPieces(bytes, Number.POSITIVE_INFINITY).next();
  return value as LogSegment;
}
