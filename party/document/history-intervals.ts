/** A document's past on disk, bounded: which stored values its log lies in, and which of it has been compacted to whole texts. */
import { ChangeSet, type Text } from '@codemirror/state';
import { ROOM_AUTHOR } from '../shared/protocol.js';
import { splitsPair } from '../shared/wire/change.js';
import { LogSegmentWriter } from './log-segment-writer.js';

/** UTF-16 units of a whole text that go into one value: three bytes each at most stay under the engine's 128 KiB. */
const TEXT_PIECE = 40_000;
/** An interval is this part of what is kept in all: how much is compacted at once. */
const INTERVAL_PART = 8;
/** Whole texts of what has been compacted may take this part of all. They have the log's own form, so that a replay reads one format. */
const COMPACTED_PART = 4;

/** From one whole text to the next. */
export interface HistoryInterval {
  from: number;
  /** In how many values the text lies that it begins with, and their bytes; none for an empty one. */
  pieces: number;
  textBytes: number;
  /** Stored values of its log: the version before each, and its bytes; none once it has been compacted. */
  chunks: [base: number, bytes: number][];
}

/** `name` may be `l` for the log, `k` for a whole text. */
type Keep = (name: 'l' | 'k', parts: number[], value: Uint8Array | undefined) => void;

export class HistoryIntervals {
  constructor(
    private readonly limit: number,
    readonly list: HistoryInterval[] = [{ from: 0, pieces: 0, textBytes: 0, chunks: [] }],
  ) {}

  get #current(): HistoryInterval {
    return this.list.at(-1) as HistoryInterval;
  }

  /** The stored value that begins with `base` has so many bytes now. */
  note(base: number, bytes: number): void {
    const { chunks } = this.#current;
    const last = chunks.at(-1);
    if (last?.[0] === base) last[1] = bytes;
    else chunks.push([base, bytes]);
  }

  /** Where to begin to read what came after `version`; null when that has been compacted away. */
  startOf(version: number): number | null {
    const bases = this.list.flatMap(({ chunks }) => chunks.map(([base]) => base));
    return bases.findLast((base) => base <= version) ?? null;
  }

  /** Of stored values that have what came after `version`. */
  bytesSince(version: number): number {
    const start = this.startOf(version) ?? version;
    const chunks = this.list.flatMap((interval) => interval.chunks);
    return chunks.reduce((sum, [base, bytes]) => (base >= start ? sum + bytes : sum), 0);
  }

  /** The whole text is at hand: a new interval may begin here, and old ones be compacted. Only whole values are dropped, in one batch with what replaces them. */
  turn(version: number, text: Text, time: number, keep: Keep): void {
    if (logBytes(this.#current) >= this.limit / INTERVAL_PART) this.#begin(version, text, time, keep);
    while (this.bytes > this.limit && this.#compact(keep));
  }

  /** The text as a log of its own: the room puts it in, part by part, and ends at `version`. */
  #begin(version: number, text: Text, time: number, keep: Keep): void {
    const pieces = Math.min(version, Math.ceil(text.length / TEXT_PIECE));
    let textBytes = 0;
    // A pair cut in two would be lost on its way through UTF-8.
    const cut = (at: number) => Math.min(text.length, splitsPair(text, at) ? at - 1 : at);
    for (let piece = 0; piece < pieces; piece++) {
      const at = cut(piece * TEXT_PIECE);
      const segment = new LogSegmentWriter(version - pieces + piece, at, time);
      const change = ChangeSet.of({ from: at, insert: text.slice(at, cut((piece + 1) * TEXT_PIECE)) }, at);
      segment.append({ version: version - pieces + piece + 1, author: ROOM_AUTHOR, sequence: 0, time, change });
      const bytes = segment.bytes();
      textBytes += bytes.length;
      keep('k', [version, piece], bytes);
    }
    this.list.push({ from: version, pieces, textBytes, chunks: [] });
  }

  get bytes(): number {
    return this.list.reduce((bytes, interval) => bytes + interval.textBytes + logBytes(interval), 0);
  }

  /** False when there is nothing left that may go. */
  #compact(keep: Keep): boolean {
    const full = this.list.findIndex(({ chunks }) => chunks.length > 0);
    // Of a compacted interval its whole text is kept; where the first full one begins there is one anyway.
    const compacted = this.list.slice(0, Math.max(0, full));
    const taken = compacted.reduce((bytes, { textBytes }) => bytes + textBytes, 0);
    const oldest = compacted[0];
    if (oldest && taken > this.limit / COMPACTED_PART) {
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

function logBytes({ chunks }: HistoryInterval): number {
  return chunks.reduce((sum, [, bytes]) => sum + bytes, 0);
}
