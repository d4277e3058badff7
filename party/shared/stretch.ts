/** Reads a stretch of a document's log, as it is stored and as a replay carries it: PROTOCOL.md, "Log". */
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

/** A stretch with where it begins: the version before its first entry, and the length of the text then. */
export interface Stretch {
  base: number;
  length: number;
  entries: Entry[];
}

/** Throws FrameError when the value is damaged. */
export function readStretch(bytes: Uint8Array): Stretch {
  const r = new Reader(bytes);
  const [base, begun, start] = [r.uint(), r.uint(), r.uint()];
  let [version, length, time] = [base, begun, start];
  const entries: Entry[] = [];
  while (!r.done) {
    const [author, sequence] = [r.uint(), r.uint()];
    time += r.uint();
    const change = readChange(new Reader(r.bytes(bytes.length)), length, bytes.length);
    length = change.newLength;
    version++;
    entries.push({ version, author, sequence, time, change });
  }
  return { base, length: begun, entries };
}

/** Entries of a stored stretch. Throws FrameError when the value is damaged. */
export function readLogChunk(bytes: Uint8Array): Entry[] {
  return readStretch(bytes).entries;
}
