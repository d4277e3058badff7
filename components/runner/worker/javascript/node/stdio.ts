// The standard streams of a program. Input is available at once, or arrives as people answer.
import type { Printer } from '../held-output.js';
import type { Loop } from '../loop.js';
import { Buffer } from './buffer.js';
import { cursorFunctions } from './cursor.js';
import { EventEmitter } from './events.js';
import type { NodeInput } from './input.js';
import { TEXT_OR_BYTES, wrongType } from './wrong-values.js';

type Callback = (...values: never[]) => unknown;

interface Sink {
  write(chunk: unknown): unknown;
  end?(): unknown;
}

/** A small implementation, because nearly every program that reads needs it, and few need Node's other streams, which are 36 kB. */
export class ReadStream extends EventEmitter {
  readonly fd = 0;
  /** As in Node without a terminal. */
  readonly isTTY = undefined;
  readonly readable = true;
  #encoding: string | undefined;
  #flowing = false;
  #paused = false;
  #ended = false;
  /** Announced as `readable`, and not read yet. */
  #held: string | Uint8Array = '';
  #announces = false;

  readonly #input: NodeInput;
  readonly #loop: Loop;

  constructor(input: NodeInput, loop: Loop) {
    super();
    this.#input = input;
    this.#loop = loop;
  }

  /** For `readline`, which read the input to its end. No method, because programs see those. */
  static finish(stream: ReadStream): void {
    stream.#end();
  }

  override on(name: string | symbol, call: Callback): this {
    super.on(name, call);
    if (name === 'data' && !this.#paused) this.#flow();
    if (name === 'readable') this.#announce();
    return this;
  }

  override addListener(name: string | symbol, call: Callback): this {
    return this.on(name, call);
  }

  setEncoding(encoding = 'utf8'): this {
    this.#encoding = encoding;
    return this;
  }

  setRawMode(): this {
    return this;
  }

  resume(): this {
    this.#paused = false;
    return this.#flow();
  }

  pause(): this {
    this.#paused = true;
    return this;
  }

  isPaused(): boolean {
    return this.#paused;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  /** What is there: whoever listens for `readable` is told again when there is more. */
  read(size?: number): unknown {
    const listens = this.listenerCount('readable') > 0;
    if (this.#held.length === 0 && !listens) this.#held = this.#chunk(this.#input.chunk() ?? '');
    const { length } = this.#held;
    if (listens) this.#announce();
    if (length === 0) return null;
    const taken = this.#held.slice(0, size ?? length);
    this.#held = this.#held.slice(taken.length);
    return taken;
  }

  pipe<S extends Sink>(sink: S, options: { end?: boolean } = {}): S {
    this.on('data', (chunk: never) => sink.write(chunk));
    const standard = Reflect.get(sink, 'fd') === 1 || Reflect.get(sink, 'fd') === 2;
    if (options.end !== false && !standard) this.once('end', () => sink.end?.());
    return sink;
  }

  destroy(): this {
    this.#ended = true;
    return this;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<unknown> {
    for (;;) {
      const text = await new Promise<string | undefined>((resolve) =>
        this.#loop.read(() => resolve(this.#ended ? undefined : this.#input.chunk())),
      );
      if (text === undefined) return;
      yield this.#chunk(text);
    }
  }

  /** Asks for more only when all was read. */
  #announce(): void {
    if (this.#announces || this.#ended) return;
    this.#announces = true;
    this.#loop.read(() => {
      this.#announces = false;
      if (this.#ended || this.listenerCount('readable') === 0) return;
      const more = this.#held.length > 0 ? undefined : this.#input.chunk();
      const atEnd = this.#held.length === 0 && more === undefined;
      if (more !== undefined) this.#held = this.#chunk(more);
      this.emit('readable');
      if (atEnd) this.#end();
    });
  }

  #chunk(text: string): string | Uint8Array {
    return this.#encoding === undefined ? Buffer.from(text) : text;
  }

  /** One chunk per turn, so that timers and promise jobs run in between. */
  #flow(): this {
    if (this.#flowing || this.#ended) return this;
    this.#flowing = true;
    this.#loop.read(() => {
      this.#flowing = false;
      if (this.#paused || this.#ended) return;
      const text = this.#input.chunk();
      if (text === undefined) return this.#end();
      this.emit('data', this.#chunk(text));
      this.#flow();
    });
    return this;
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.emit('end');
    this.emit('close');
  }
}

function bytesOf(chunk: unknown, encoding: unknown): ArrayBufferView<ArrayBuffer> {
  if (typeof chunk === 'string') return Buffer.from(chunk, encoding as 'hex') as unknown as Uint8Array<ArrayBuffer>;
  if (ArrayBuffer.isView(chunk)) return chunk as ArrayBufferView<ArrayBuffer>;
  throw wrongType('chunk', TEXT_OR_BYTES, chunk);
}

export class WriteStream extends EventEmitter {
  /** As in Node without a terminal. */
  readonly isTTY = undefined;
  readonly writable = true;
  readonly columns = 80;

  readonly #print: (text: string) => void;
  readonly #loop: Loop;
  /** Bytes may end within a character, whose rest comes with the next. */
  readonly #decoder = new TextDecoder();

  constructor(
    output: Printer,
    kind: 'stdout' | 'stderr',
    readonly fd: number,
    loop: Loop,
  ) {
    super();
    this.#print = (text) => output.write(kind, text);
    this.#loop = loop;
  }

  write(chunk: unknown, ...rest: unknown[]): boolean {
    if (chunk === null) {
      const error = new TypeError('May not write null values to stream');
      throw Object.assign(error, { code: 'ERR_STREAM_NULL_VALUES' });
    }
    const [encoding] = rest;
    if (typeof chunk === 'string' && (typeof encoding !== 'string' || /^utf-?8$/i.test(encoding)))
      this.#print(this.#decoder.decode() + chunk);
    else this.#print(this.#decoder.decode(bytesOf(chunk, encoding), { stream: true }));
    const done = rest.at(-1);
    if (typeof done === 'function') this.#loop.tick(() => done());
    return true;
  }

  end(chunk?: unknown, ...rest: unknown[]): this {
    if (chunk !== undefined && chunk !== null && typeof chunk !== 'function')
      this.write(chunk, ...rest.filter((each) => typeof each === 'string'));
    const done = typeof chunk === 'function' ? chunk : rest.at(-1);
    this.#loop.tick(() => {
      this.emit('finish');
      if (typeof done === 'function') done();
    });
    return this;
  }

  cork(): void {}
  uncork(): void {}
  hasColors(): boolean {
    return false;
  }
  getColorDepth(): number {
    return 1;
  }
  getWindowSize(): [number, number] {
    return [this.columns, 24];
  }
  clearLine(direction?: unknown, done?: unknown): boolean {
    return cursorFunctions.clearLine(this, direction, done);
  }
  clearScreenDown(done?: unknown): boolean {
    return cursorFunctions.clearScreenDown(this, done);
  }
  cursorTo(x?: unknown, y?: unknown, done?: unknown): boolean {
    return cursorFunctions.cursorTo(this, x, y, done);
  }
  moveCursor(dx?: unknown, dy?: unknown, done?: unknown): boolean {
    return cursorFunctions.moveCursor(this, dx, dy, done);
  }
}
