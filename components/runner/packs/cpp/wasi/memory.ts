// A program's memory, read and written as WASI's first preview lays its values out; what writes answers with success.
import type { DiskFile } from './disk.js';
import { ERRNO } from './errno.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const ENTRY_SIZE = 24;
const SUBSCRIPTION_SIZE = 48;
const EVENT_SIZE = 32;
const CLOCK = 0;
const ABSOLUTE = 1;

/** One thing a program waited for. */
interface Event {
  userData: bigint;
  type: number;
}

export class Memory {
  #memory: WebAssembly.Memory | undefined;
  #view = new DataView(new ArrayBuffer(0));

  attach(memory: WebAssembly.Memory): void {
    this.#memory = memory;
  }

  bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.#data.buffer, at >>> 0, length);
  }

  string(at: number, length: number): string {
    return decoder.decode(this.bytes(at, length));
  }

  u32(at: number, value: number): number {
    this.#data.setUint32(at >>> 0, value, true);
    return ERRNO.success;
  }

  u64(at: number, value: bigint): number {
    this.#data.setBigUint64(at >>> 0, value, true);
    return ERRNO.success;
  }

  text(text: string, at: number, length: number): number {
    encoder.encodeInto(text, this.bytes(at, length));
    return ERRNO.success;
  }

  /** Texts that end in a zero, and a table of where they begin. */
  strings(texts: readonly string[], table: number, at: number): number {
    let end = at;
    for (const [index, text] of texts.entries()) {
      const bytes = encoder.encode(`${text}\0`);
      this.u32(table + 4 * index, end);
      this.bytes(end, bytes.length).set(bytes);
      end += bytes.length;
    }
    return ERRNO.success;
  }

  sizes(texts: readonly string[], count: number, size: number): number {
    this.u32(count, texts.length);
    return this.u32(
      size,
      texts.reduce((sum, text) => sum + encoder.encode(text).length + 1, 0),
    );
  }

  /** The pieces of memory that a list of them names. */
  pieces(list: number, count: number): Uint8Array[] {
    const data = this.#data;
    const pieces: Uint8Array[] = [];
    for (let at = list >>> 0, index = 0; index < count; index += 1, at += 8) {
      pieces.push(this.bytes(data.getUint32(at, true), data.getUint32(at + 4, true)));
    }
    return pieces;
  }

  fileState(at: number, type: number, flags: number, rights: bigint): number {
    this.u64(at, 0n);
    this.#data.setUint8(at, type);
    this.#data.setUint16(at + 2, flags, true);
    this.u64(at + 8, rights);
    return this.u64(at + 16, rights);
  }

  /** The same path gives the same number: programs tell by it whether two files are one. */
  statistics(at: number, type: number, path: string, file?: DiskFile): number {
    this.bytes(at, 64).fill(0);
    this.u64(at + 8, numberOf(path));
    this.#data.setUint8(at + 16, type);
    this.u64(at + 24, 1n);
    return this.u64(at + 32, BigInt(file?.size ?? 0));
  }

  preopened(at: number, length: number): number {
    this.u32(at, 0);
    return this.u32(at + 4, length);
  }

  /** As much of a listing as there is room for, from the entry with that number. */
  entries(entries: { name: string; type: number }[], from: number, at: number, length: number, done: number): number {
    let used = 0;
    for (let index = from; index < entries.length && used < length; index += 1) {
      const { name = '', type = 0 } = entries[index] ?? {};
      const bytes = encoder.encode(name);
      const entry = new Uint8Array(ENTRY_SIZE + bytes.length);
      const view = new DataView(entry.buffer);
      view.setBigUint64(0, BigInt(index + 1), true);
      view.setBigUint64(8, numberOf(name), true);
      view.setUint32(16, bytes.length, true);
      view.setUint8(20, type);
      entry.set(bytes, ENTRY_SIZE);
      const part = entry.subarray(0, length - used);
      this.bytes(at + used, part.length).set(part);
      used += part.length;
    }
    return this.u32(done, used);
  }

  /** What is waited for: streams are ready at once, else the clock that comes first. */
  waits(list: number, count: number, now: (clock: number) => bigint): { ready: Event[]; ms: number } {
    const data = this.#data;
    const streams: Event[] = [];
    let first: { event: Event; ms: number } | undefined;
    for (let at = list >>> 0, index = 0; index < count; index += 1, at += SUBSCRIPTION_SIZE) {
      const event = { userData: data.getBigUint64(at, true), type: data.getUint8(at + 8) };
      if (event.type !== CLOCK) {
        streams.push(event);
        continue;
      }
      const end = data.getBigUint64(at + 24, true);
      const isAbsolute = (data.getUint16(at + 40, true) & ABSOLUTE) !== 0;
      const left = isAbsolute ? end - now(data.getUint32(at + 16, true)) : end;
      const ms = Math.max(0, Number(left) / 1e6);
      if (!first || ms < first.ms) first = { event, ms };
    }
    if (streams.length > 0 || !first) return { ready: streams, ms: 0 };
    return { ready: [first.event], ms: first.ms };
  }

  happened(events: number, done: number, ready: Event[]): number {
    for (const [index, { userData, type }] of ready.entries()) {
      const at = events + index * EVENT_SIZE;
      this.bytes(at, EVENT_SIZE).fill(0);
      this.u64(at, userData);
      this.#data.setUint8(at + 10, type);
    }
    return this.u32(done, ready.length);
  }

  /** A memory that has grown is another buffer. */
  get #data(): DataView {
    const buffer = this.#memory?.buffer ?? this.#view.buffer;
    if (this.#view.buffer !== buffer) this.#view = new DataView(buffer);
    return this.#view;
  }
}

function numberOf(path: string): bigint {
  let hash = 0xcbf2_9ce4_8422_2325n;
  for (const byte of encoder.encode(path)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100_0000_01b3n);
  return hash;
}
