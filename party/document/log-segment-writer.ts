/** Writes one log segment of a document, which is one stored value: PROTOCOL.md, "Log". */
import { writeChange } from '../shared/wire/change.js';
import { Reader, Writer } from '../shared/wire/codec.js';
import type { LogEntry } from '../shared/wire/log-segment.js';

export { type LogEntry, readInPieces } from '../shared/wire/log-segment.js';

/** Collects entries after version `base`. Each new entry makes the value longer; the stored value is replaced until the segment is full. */
export class LogSegmentWriter {
  #writer: Writer;
  #time: number;
  #size = 0;

  constructor(
    readonly base: number,
    length: number,
    time: number,
  ) {
    this.#writer = new Writer().uint(base).uint(length).uint(time);
    this.#time = time;
  }

  /** Continues a stored segment; `entries` are its content. */
  static reopen(bytes: Uint8Array, entries: readonly LogEntry[]): LogSegmentWriter {
    const segment = new LogSegmentWriter(new Reader(bytes).uint(), 0, entries.at(-1)?.time ?? 0);
    segment.#writer = new Writer().raw(bytes);
    segment.#size = bytes.length;
    return segment;
  }

  get size(): number {
    return this.#size;
  }

  append(entry: LogEntry): void {
    const body = new Writer();
    writeChange(body, entry.change);
    const change = body.finish();
    // The engine's clock may step back a little; times within a segment never do.
    const time = Math.max(entry.time, this.#time);
    this.#writer
      .uint(entry.author)
      .uint(entry.sequence)
      .uint(time - this.#time)
      .bytes(change);
    this.#time = time;
    this.#size += change.length + 8;
  }

  bytes(): Uint8Array {
    return this.#writer.finish();
  }
}
