/** Decodes a segment of a document's log, as stored and as part of a replay: PROTOCOL.md, "Log". */
import type { ChangeSet } from '@codemirror/state';
import { readChange } from './change.js';
import { Reader } from './codec.js';

/** An applied edit and the version it gave; `time` is in milliseconds since 1970. */
export interface LogEntry {
  version: number;
  author: number;
  sequence: number;
  time: number;
  change: ChangeSet;
}

/** An edit whose change has not been decoded, for counting or passing on. */
export interface UnreadLogEntry extends Omit<LogEntry, 'change'> {
  change: Uint8Array;
}

/** A segment with its base: the version before its first entry, and the length of the text then. */
interface LogSegment<E = LogEntry> {
  base: number;
  length: number;
  entries: E[];
}

/** Throws FrameError when the value is damaged. */
export function readUnread(bytes: Uint8Array): LogSegment<UnreadLogEntry> {
  const r = new Reader(bytes);
  const [base, length, begun] = [r.uint(), r.uint(), r.uint()];
  let [version, time] = [base, begun];
  const entries: UnreadLogEntry[] = [];
  while (!r.done) {
    const [author, sequence] = [r.uint(), r.uint()];
    time += r.uint();
    version++;
    entries.push({ version, author, sequence, time, change: r.bytes(bytes.length) });
  }
  return { base, length, entries };
}

/** Like `readLogSegment`, but yields after so many bytes, so that the caller may pause. */
export function* readInPieces(bytes: Uint8Array, piece: number): Generator<undefined, LogSegment> {
  const { base, length: begun, entries } = readUnread(bytes);
  const read: LogEntry[] = [];
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
