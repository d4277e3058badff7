// Limits a program's output at its source: the beginning is streamed, of the rest only the end is kept.

import { goesOn, type Output, type OutputKind, PIECE_BYTES, WHOLE_KINDS } from '../../../party/shared/output.js';
import { WHOLE_PIECE_BYTES } from '../../../party/shared/page-limits.js';
import { isLowSurrogate, utf8Length } from '../../../party/shared/plain-text.js';
import type { WorkerMessage } from '../messages.js';

/** Part of the limit that is streamed; the remainder is for the end. */
const HEAD_SHARE = 3 / 4;
/** During a flood the end so far is sent this often, in case the program is stopped. */
const TAIL_INTERVAL_MS = 200;
const TAIL_CHUNK_LENGTH = 4096;

export class CappedOutput {
  /** The last output is an incomplete line: a prompt, if the program now reads. */
  asks = false;
  #headLeft: number;
  readonly #tailLimit: number;
  /** `size` is the text's, `cost` what counts against the limit. */
  #tail: (Output & { size: number; cost: number })[] = [];
  #tailCost = 0;
  #last: OutputKind | undefined;
  #omitted = 0;
  #postedAt = 0;

  /** `limit` counts as in the room: UTF-8 bytes, plus a constant for each piece that is not joined to the last; our notes are not counted. */
  constructor(
    private readonly post: (message: WorkerMessage) => void,
    limit: number,
  ) {
    this.#headLeft = Math.floor(limit * HEAD_SHARE);
    this.#tailLimit = limit - this.#headLeft;
  }

  write(kind: OutputKind, text: string): void {
    if (text === '') return;
    this.asks = kind === 'stdout' ? !text.endsWith('\n') : this.asks && kind !== 'answer';
    const size = utf8Length(text);
    if (WHOLE_KINDS.has(kind)) return this.#writeWhole(kind, text, size);
    this.#put({ kind, text }, size);
  }

  #put(chunk: Output, size: number): void {
    const { kind, text } = chunk;
    const cost = size + this.#pieceCost(kind);
    this.#last = kind;
    if (this.#headLeft < 0) {
      this.#keep(kind, text, size, cost);
    } else if (cost <= this.#headLeft) {
      this.#headLeft -= cost;
      this.post({ type: 'output', chunk });
    } else {
      this.#overflow(kind, text, cost - size);
    }
  }

  #pieceCost(kind: OutputKind): number {
    const free = this.#last === undefined || goesOn({ kind: this.#last, text: '' }, kind);
    return free ? 0 : PIECE_BYTES;
  }

  /** Pieces that cannot be cut are sent while there is space, and after that only named. */
  #writeWhole(kind: OutputKind, text: string, size: number): void {
    const space = this.#headLeft < 0 && kind === 'note' ? this.#tailLimit : this.#headLeft;
    const fits = size + this.#pieceCost(kind) <= space && size <= WHOLE_PIECE_BYTES;
    if (fits) return this.#put({ kind, text }, size);
    const chunk = lacking(kind);
    this.#put(chunk, utf8Length(chunk.text));
  }

  /** Output is not streamed any more. */
  get overflowed(): boolean {
    return this.#headLeft < 0;
  }

  /** Text that will be written later, shown if the program is stopped before. Not after an overflow. */
  preview(chunks: readonly Output[]): void {
    this.post({ type: 'tail', omitted: 0, chunks: chunks.map(({ kind, text }) => ({ kind, text })) });
  }

  /** Sends the end of an output that was too long. */
  finish(): void {
    if (this.#tail.length > 0) this.#postTail();
  }

  #overflow(kind: OutputKind, text: string, pieceCost: number): void {
    const head = WHOLE_KINDS.has(kind) ? '' : prefix(text, Math.max(0, this.#headLeft - pieceCost));
    this.#headLeft = -1;
    if (head !== '') this.post({ type: 'output', chunk: { kind, text: head } });
    const sentence = 'The output is long: from here on only its end is kept, to be shown when the program ends.';
    this.post({ type: 'output', chunk: { kind: 'note', text: sentence } });
    const rest = text.slice(head.length);
    const size = utf8Length(rest);
    this.#keep(kind, rest, size, size);
  }

  #keep(kind: OutputKind, text: string, size: number, cost: number): void {
    const last = this.#tail.at(-1);
    if (goesOn(last, kind, TAIL_CHUNK_LENGTH)) {
      last.text += text;
      last.size += size;
      last.cost += cost;
    } else {
      this.#tail.push({ kind, text, size, cost });
    }
    this.#tailCost += cost;
    for (let first = this.#tail[0]; first && this.#tailCost - first.cost >= this.#tailLimit; first = this.#tail[0]) {
      this.#tail.shift();
      this.#tailCost -= first.cost;
      this.#omitted += first.size;
    }
    const now = performance.now();
    if (now - this.#postedAt > TAIL_INTERVAL_MS) {
      this.#postedAt = now;
      this.#postTail();
    }
  }

  /** Starts at the beginning of a line if possible, since a partial line is misleading. */
  #postTail(): void {
    const [first, ...others] = this.#tail;
    if (!first) return;
    const excess = this.#tailCost - this.#tailLimit;
    const text = excess > 0 && !WHOLE_KINDS.has(first.kind) ? suffix(first.text, first.size - excess) : first.text;
    const cut = first.size - utf8Length(text);
    const chunks = [{ kind: first.kind, text }, ...others.map(({ kind, text }) => ({ kind, text }))];
    this.post({ type: 'tail', omitted: this.#omitted + cut, chunks });
  }
}

function lacking(kind: OutputKind): Output {
  return { kind: 'note', text: `There is one more ${kind}, too large to be shown here with the rest.` };
}

/** The longest prefix of at most so many bytes, without splitting a character. */
function prefix(text: string, bytes: number): string {
  let end = Math.min(text.length, bytes);
  while (utf8Length(text.slice(0, end)) > bytes)
    end -= Math.max(1, Math.ceil((utf8Length(text.slice(0, end)) - bytes) / 4));
  return isLowSurrogate(text.charCodeAt(end)) ? text.slice(0, Math.max(0, end - 1)) : text.slice(0, end);
}

/** A suffix of at most so many bytes that starts with a line, unless the line is too long. */
function suffix(text: string, bytes: number): string {
  let start = Math.max(0, text.length - bytes);
  while (utf8Length(text.slice(start)) > bytes)
    start += Math.max(1, Math.ceil((utf8Length(text.slice(start)) - bytes) / 4));
  if (isLowSurrogate(text.charCodeAt(start))) start += 1;
  const line = text.indexOf('\n', Math.max(0, start - 1)) + 1;
  return line > 0 && line < text.length ? text.slice(line) : text.slice(start);
}
