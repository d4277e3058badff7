// What a program prints, capped where it is printed: the head goes out as it comes, of the rest only the end is kept.
import { type OutputChunk, WHOLE_KINDS, type WorkerMessage } from '../messages.js';

/** The part of the limit that is streamed; what is left is for the end. */
const HEAD_SHARE = 3 / 4;
/** While a flood goes on, its end is handed over this often, for the case that the program is stopped. */
const TAIL_INTERVAL_MS = 200;
const TAIL_CHUNK_LENGTH = 4096;
/** Bytes of one image, table or file; what fits into a message to the room in one piece. */
const WHOLE_LIMIT = 48 * 1024;

export class Output {
  /** What was printed last is no whole line: a question, if the program reads now. */
  asks = false;
  #headLeft: number;
  readonly #tailLimit: number;
  #tail: (OutputChunk & { size: number })[] = [];
  #tailSize = 0;
  #omitted = 0;
  #postedAt = 0;

  /** `limit` counts UTF-8 bytes; our notes are not counted. */
  constructor(
    private readonly post: (message: WorkerMessage) => void,
    limit: number,
  ) {
    this.#headLeft = Math.floor(limit * HEAD_SHARE);
    this.#tailLimit = limit - this.#headLeft;
  }

  write(kind: OutputChunk['kind'], text: string): void {
    if (text === '') return;
    this.asks = kind === 'stdout' ? !text.endsWith('\n') : this.asks && kind !== 'answer';
    const size = byteLength(text);
    if (WHOLE_KINDS.has(kind)) return this.#writeWhole(kind, text, size);
    if (this.#headLeft < 0) {
      this.#keep(kind, text, size);
    } else if (size <= this.#headLeft) {
      this.#headLeft -= size;
      this.post({ type: 'output', chunk: { kind, text } });
    } else {
      this.#overflow(kind, text);
    }
  }

  /** What cannot be cut is shown while there is room for it, in its place, and else only named. */
  #writeWhole(kind: OutputChunk['kind'], text: string, size: number): void {
    const room = this.#headLeft < 0 && kind === 'note' ? this.#tailLimit : this.#headLeft;
    const chunk = size <= Math.min(room, WHOLE_LIMIT) ? { kind, text } : lacking(kind);
    const cost = byteLength(chunk.text);
    if (this.#headLeft < 0) {
      this.#keep(chunk.kind, chunk.text, cost);
    } else if (cost <= this.#headLeft) {
      this.#headLeft -= cost;
      this.post({ type: 'output', chunk });
    } else {
      this.#overflow(chunk.kind, chunk.text);
    }
  }

  /** No more is sent as it comes. */
  get overflowed(): boolean {
    return this.#headLeft < 0;
  }

  /** What will be written, to be shown if the program is stopped before it is. Not after an overflow. */
  preview(chunks: readonly OutputChunk[]): void {
    this.post({ type: 'tail', omitted: 0, chunks: chunks.map(({ kind, text }) => ({ kind, text })) });
  }

  /** Sends the end of what was too long. */
  finish(): void {
    if (this.#tail.length > 0) this.#postTail();
  }

  #overflow(kind: OutputChunk['kind'], text: string): void {
    const head = WHOLE_KINDS.has(kind) ? '' : prefix(text, this.#headLeft);
    this.#headLeft = -1;
    if (head !== '') this.post({ type: 'output', chunk: { kind, text: head } });
    const sentence = 'The output is long: from here on only its end is kept, to be shown when the program ends.';
    this.post({ type: 'output', chunk: { kind: 'note', text: sentence } });
    const rest = text.slice(head.length);
    this.#keep(kind, rest, byteLength(rest));
  }

  #keep(kind: OutputChunk['kind'], text: string, size: number): void {
    const last = this.#tail.at(-1);
    if (last && last.kind === kind && !WHOLE_KINDS.has(kind) && last.text.length < TAIL_CHUNK_LENGTH) {
      last.text += text;
      last.size += size;
    } else {
      this.#tail.push({ kind, text, size });
    }
    this.#tailSize += size;
    for (let first = this.#tail[0]; first && this.#tailSize - first.size >= this.#tailLimit; first = this.#tail[0]) {
      this.#tail.shift();
      this.#tailSize -= first.size;
      this.#omitted += first.size;
    }
    const now = performance.now();
    if (now - this.#postedAt > TAIL_INTERVAL_MS) {
      this.#postedAt = now;
      this.#postTail();
    }
  }

  /** Whole lines where there are some: an end that begins within a line misleads. */
  #postTail(): void {
    const [first, ...others] = this.#tail;
    if (!first) return;
    const excess = this.#tailSize - this.#tailLimit;
    const text = excess > 0 && !WHOLE_KINDS.has(first.kind) ? suffix(first.text, first.size - excess) : first.text;
    const cut = first.size - byteLength(text);
    const chunks = [{ kind: first.kind, text }, ...others.map(({ kind, text }) => ({ kind, text }))];
    this.post({ type: 'tail', omitted: this.#omitted + cut, chunks });
  }
}

function lacking(kind: OutputChunk['kind']): OutputChunk {
  return { kind: 'note', text: `There is one more ${kind}, too large to be shown here with the rest.` };
}

/** The number of bytes a text has as UTF-8; a lone surrogate has three, as the replacement character. */
export function byteLength(text: string): number {
  let size = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    if (unit < 0x800) size += 1;
    else if (unit < 0xd800 || unit > 0xdbff || !isLow(text.charCodeAt(index + 1))) size += 2;
    else {
      size += 2;
      index += 1;
    }
  }
  return size;
}

/** The longest beginning of a text that has at most so many bytes and cuts no character. */
function prefix(text: string, bytes: number): string {
  let end = Math.min(text.length, bytes);
  while (byteLength(text.slice(0, end)) > bytes)
    end -= Math.max(1, Math.ceil((byteLength(text.slice(0, end)) - bytes) / 4));
  return isLow(text.charCodeAt(end)) ? text.slice(0, Math.max(0, end - 1)) : text.slice(0, end);
}

/** An end of a text that has at most so many bytes; it begins with a line, unless the line is too long. */
function suffix(text: string, bytes: number): string {
  let start = Math.max(0, text.length - bytes);
  while (byteLength(text.slice(start)) > bytes)
    start += Math.max(1, Math.ceil((byteLength(text.slice(start)) - bytes) / 4));
  if (isLow(text.charCodeAt(start))) start += 1;
  const line = text.indexOf('\n', Math.max(0, start - 1)) + 1;
  return line > 0 && line < text.length ? text.slice(line) : text.slice(start);
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
