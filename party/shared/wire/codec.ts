/** Reads and writes the primitive values of frames: integers, byte strings and text. Anything malformed is a FrameError. */

/** A frame that violates PROTOCOL.md. The message is for the developer of the sender. */
export class FrameError extends Error {
  override name = 'FrameError';
}

const encoder = new TextEncoder();
/** `ignoreBOM` keeps a leading U+FEFF, which is a character like any other in a document. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Seven varint bytes carry 49 bits: enough for versions, positions and times in milliseconds, and exact in a double. */
const MAX_VARINT_BYTES = 7;

/** Every method throws FrameError for malformed bytes. */
export class Reader {
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** Number of unread bytes. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw new FrameError('The frame ends in the middle of a value.');
    this.#at++;
    return byte;
  }

  /** Unsigned LEB128. */
  uint(): number {
    let value = 0;
    let scale = 1;
    for (let i = 0; i < MAX_VARINT_BYTES; i++) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
    throw new FrameError('A number in the frame is longer than seven bytes.');
  }

  /** Zigzag: 0, -1, 1, -2 … are sent as 0, 1, 2, 3 … */
  int(): number {
    const value = this.uint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  flag(): boolean {
    const byte = this.byte();
    if (byte > 1) throw new FrameError('A flag in the frame is neither 0 nor 1.');
    return byte === 1;
  }

  bytes(limit: number): Uint8Array {
    return this.take(this.uint(), limit);
  }

  take(length: number, limit: number): Uint8Array {
    if (length > limit) throw new FrameError(`A value of ${length} bytes stands where at most ${limit} are allowed.`);
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new FrameError('The frame ends in the middle of a value.');
    const taken = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return taken;
  }

  /** `limit` is in UTF-8 bytes. */
  text(limit: number): string {
    return decodeText(this.bytes(limit));
  }

  end(): void {
    if (!this.done) throw new FrameError('The frame has bytes after its last value.');
  }
}

export class Writer {
  #at = 0;
  #bytes = new Uint8Array(64);

  byte(value: number): this {
    this.#reserve(1);
    this.#bytes[this.#at++] = value;
    return this;
  }

  /** Throws a RangeError for a value that is not an integer, or is too large. */
  uint(value: number): this {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} cannot be sent as a whole number.`);
    let rest = value;
    while (rest >= 0x80) {
      this.byte((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    return this.byte(rest);
  }

  int(value: number): this {
    return this.uint(value >= 0 ? value * 2 : -value * 2 - 1);
  }

  flag(value: boolean): this {
    return this.byte(value ? 1 : 0);
  }

  bytes(value: Uint8Array): this {
    return this.uint(value.length).raw(value);
  }

  raw(value: Uint8Array): this {
    this.#reserve(value.length);
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
    return this;
  }

  text(value: string): this {
    return this.bytes(encodeText(value));
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#at);
  }

  #reserve(length: number): void {
    if (this.#at + length <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + length));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

/** Most edits insert one ASCII character, for which calling the engine's coders would cost more than all the rest. */
const ASCII = 0x80;

export function encodeText(value: string): Uint8Array {
  if (value.length === 1 && value.charCodeAt(0) < ASCII) return Uint8Array.of(value.charCodeAt(0));
  return encoder.encode(value);
}

/** Throws FrameError. */
export function decodeText(bytes: Uint8Array): string {
  const first = bytes[0];
  if (bytes.length === 1 && first !== undefined && first < ASCII) return String.fromCharCode(first);
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new FrameError('A text in the frame is not UTF-8.', { cause });
  }
}
