// The cursor functions of Node's `readline`: what they write into any stream.
import { wrongType } from './wrong-values.js';

const ESC = '\x1b[';
type Done = (() => void) | undefined;

function wrongCursor(message: string, code: string): TypeError {
  return Object.assign(new TypeError(message), { code });
}

/** The sequences, by the arguments. */
export const CURSOR = {
  clearLine: (direction: unknown = 0) => {
    const way = Number(direction);
    return `${ESC}${way < 0 ? 1 : way > 0 ? 0 : 2}K`;
  },
  clearScreenDown: () => `${ESC}0J`,
  cursorTo: (x?: unknown, y?: unknown) => {
    for (const [name, value] of Object.entries({ x, y }))
      if (Number.isNaN(value))
        throw wrongCursor(`The argument '${name}' is invalid. Received NaN`, 'ERR_INVALID_ARG_VALUE');
    if (typeof x !== 'number') {
      if (typeof y !== 'number') return '';
      throw wrongCursor('Cannot set cursor row without setting its column', 'ERR_INVALID_CURSOR_POS');
    }
    return typeof y === 'number' ? `${ESC}${y + 1};${x + 1}H` : `${ESC}${x + 1}G`;
  },
  moveCursor: (dx: unknown = 0, dy: unknown = 0) => {
    const [x, y] = [Number(dx), Number(dy)];
    const across = x < 0 ? `${ESC}${-x}D` : x > 0 ? `${ESC}${x}C` : '';
    return across + (y < 0 ? `${ESC}${-y}A` : y > 0 ? `${ESC}${y}B` : '');
  },
} satisfies Record<string, (one?: unknown, two?: unknown) => string>;

export interface Stream {
  write(text: string, done?: Done): unknown;
}

/** A function that is given last is called when it is written. */
function written(stream: Stream | null | undefined, text: string, done: unknown): boolean {
  if (done !== undefined && typeof done !== 'function') throw wrongType('callback', 'of type function', done);
  if (stream && text !== '') return stream.write(text, done as Done) !== false;
  if (done) queueMicrotask(done as () => void);
  return true;
}

/** Those of `readline`, whose first argument is the stream. */
export const cursorFunctions = {
  clearLine: (stream: Stream, direction?: unknown, done?: unknown) =>
    written(stream, CURSOR.clearLine(direction), done),
  clearScreenDown: (stream: Stream, done?: unknown) => written(stream, CURSOR.clearScreenDown(), done),
  cursorTo: (stream: Stream, x?: unknown, y?: unknown, done?: unknown) =>
    typeof y === 'function' ? written(stream, CURSOR.cursorTo(x), y) : written(stream, CURSOR.cursorTo(x, y), done),
  moveCursor: (stream: Stream, dx?: unknown, dy?: unknown, done?: unknown) =>
    written(stream, CURSOR.moveCursor(dx, dy), done),
};

/** That of `readline/promises`, which writes all at once. */
export class Readline {
  #texts: string[] = [];
  readonly #stream: Stream;
  readonly #atOnce: boolean;

  constructor(stream: Stream, { autoCommit = false }: { autoCommit?: boolean } = {}) {
    this.#stream = stream;
    this.#atOnce = autoCommit;
  }

  clearLine(direction: unknown): this {
    return this.#add(CURSOR.clearLine(direction));
  }

  clearScreenDown(): this {
    return this.#add(CURSOR.clearScreenDown());
  }

  cursorTo(x: unknown, y?: unknown): this {
    return this.#add(CURSOR.cursorTo(x, y));
  }

  moveCursor(dx: unknown, dy: unknown): this {
    return this.#add(CURSOR.moveCursor(dx, dy));
  }

  commit(): Promise<void> {
    const text = this.#texts.join('');
    this.rollback();
    return new Promise((resolve) => void written(this.#stream, text, resolve));
  }

  rollback(): this {
    this.#texts = [];
    return this;
  }

  #add(text: string): this {
    if (this.#atOnce) written(this.#stream, text, undefined);
    else this.#texts.push(text);
    return this;
  }
}
