/** The stored history of a document, limited in size: which stored values hold the log, and which intervals have been compacted to whole texts. */
import { ChangeSet, type Text } from '@codemirror/state';
import { ROOM_AUTHOR } from '../shared/protocol.js';
import { splitChange } from '../shared/split-change.js';
import { splitsPair } from '../shared/wire/change.js';
import { LogSegmentWriter } from './log-segment-writer.js';

/** UTF-16 units of a whole text in one stored value: at three bytes each, they stay under the engine's 128 KiB. */
const TEXT_PIECE = 40_000;
/** UTF-8 bytes of a piece where those would be more than there are versions: what a log segment has besides is a few dozen bytes. */
const LARGE_PIECE_BYTES = 120 * 1024;
/** An interval is this part of the limit: how much is compacted at once. */
const INTERVAL_PART = 8;
/** The whole texts of compacted intervals may take this part of the limit. They are stored as log segments, so that a replay reads only one format. */
const COMPACTED_PART = 4;
/** Compacted intervals in the list, which is one stored value: those without a text take no space of the limit. */
const COMPACTED_KEPT = 1_000;

/** The history from one whole text to the next. */
export interface HistoryInterval {
  from: number;
  /** Number of values that hold its initial text, and their bytes; 0 for an empty text. */
  pieces: number;
  textBytes: number;
  /** Stored values of its log: base version and bytes of each. Empty once it has been compacted. */
  chunks: [base: number, bytes: number][];
}

/** `name` is `l` for the log, `k` for a whole text. */
type Keep = (name: 'l' | 'k', parts: number[], value: Uint8Array | undefined) => void;

export class HistoryIntervals {
  constructor(
    private readonly limit: number,
    readonly list: HistoryInterval[] = [{ from: 0, pieces: 0, textBytes: 0, chunks: [] }],
  ) {}

  get #current(): HistoryInterval {
    return this.list.at(-1) as HistoryInterval;
  }

  /** Records the size of the stored value whose base version is `base`. */
  note(base: number, bytes: number): void {
    const { chunks } = this.#current;
    const last = chunks.at(-1);
    if (last?.[0] === base) last[1] = bytes;
    else chunks.push([base, bytes]);
  }

  /** The version to start reading from to get everything after `version`; null when that has been compacted away. */
  startOf(version: number): number | null {
    const bases = this.list.flatMap(({ chunks }) => chunks.map(([base]) => base));
    return bases.findLast((base) => base <= version) ?? null;
  }

  /** Bytes of the stored values after `version`. */
  bytesSince(version: number): number {
    const start = this.startOf(version) ?? version;
    const chunks = this.list.flatMap((interval) => interval.chunks);
    return chunks.reduce((sum, [base, bytes]) => (base >= start ? sum + bytes : sum), 0);
  }

  /** Called when a keyframe is written: starts a new interval if the last is full, and compacts old ones. Only whole values are deleted, in the same batch as their replacement. */
  keyframeWritten(version: number, text: Text, time: number, keep: Keep): void {
    if (logBytes(this.#current) >= this.limit / INTERVAL_PART) this.#begin(version, text, time, keep);
    while (this.bytes > this.limit && this.#compact(keep));
  }

  /** Stores the text as a log segment: the room inserts it, piece by piece, ending at `version`. */
  #begin(version: number, text: Text, time: number, keep: Keep): void {
    const changes = insertionsOf(text, version);
    const base = version - changes.length;
    let textBytes = 0;
    for (const [piece, change] of changes.entries()) {
      const segment = new LogSegmentWriter(base + piece, change.length, time);
      segment.append({ version: base + piece + 1, author: ROOM_AUTHOR, sequence: 0, time, change });
      const bytes = segment.bytes();
      textBytes += bytes.length;
      keep('k', [version, piece], bytes);
    }
    this.list.push({ from: version, pieces: changes.length, textBytes, chunks: [] });
  }

  get bytes(): number {
    return this.list.reduce((bytes, interval) => bytes + interval.textBytes + logBytes(interval), 0);
  }

  /** False when nothing is left to compact. */
  #compact(keep: Keep): boolean {
    const full = this.list.findIndex(({ chunks }) => chunks.length > 0);
    // A compacted interval keeps its whole text; the first full interval has one anyway.
    const compacted = this.list.slice(0, Math.max(0, full));
    const taken = compacted.reduce((bytes, { textBytes }) => bytes + textBytes, 0);
    const oldest = compacted[0];
    if (oldest && (taken > this.limit / COMPACTED_PART || compacted.length > COMPACTED_KEPT)) {
      for (let piece = 0; piece < oldest.pieces; piece++) keep('k', [oldest.from, piece], undefined);
      this.list.shift();
      return true;
    }
    const interval = this.list[full];
    if (!interval || interval === this.#current) return false;
    for (const [base] of interval.chunks) keep('l', [base], undefined);
    interval.chunks = [];
    return true;
  }
}

/** Insertions that make this text, piece by piece: each fits into one stored value, and takes one of the versions up to that of the text. */
function insertionsOf(text: Text, versions: number): ChangeSet[] {
  const pieces = Math.ceil(text.length / TEXT_PIECE);
  // A file that was pasted has few versions, but no fewer than large pieces: its edits were smaller, or no engine could store them.
  if (pieces > versions)
    return splitChange(ChangeSet.of({ from: 0, insert: text }, 0), 1, LARGE_PIECE_BYTES).slice(0, versions);
  // A surrogate pair that is cut in two would not survive UTF-8.
  const cut = (at: number) => Math.min(text.length, splitsPair(text, at) ? at - 1 : at);
  return Array.from({ length: pieces }, (_, piece) => {
    const at = cut(piece * TEXT_PIECE);
    return ChangeSet.of({ from: at, insert: text.slice(at, cut((piece + 1) * TEXT_PIECE)) }, at);
  });
}

function logBytes({ chunks }: HistoryInterval): number {
  return chunks.reduce((sum, [, bytes]) => sum + bytes, 0);
}
