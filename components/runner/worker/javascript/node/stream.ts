// The standard streams of a program: what it writes is printed, what it reads comes line by line as it is there.
import type { Output } from '../../output.js';
import { EventEmitter } from './events.js';
import type { NodeInput } from './input.js';

export type Later = (call: () => void) => void;

export class ReadStream extends EventEmitter {
  readonly fd = 0;
  readonly isTTY = false;
  readonly readable = true;
  #flowing = false;
  #paused = false;
  #ended = false;

  constructor(
    private readonly input: NodeInput,
    private readonly later: Later,
  ) {
    super();
  }

  override on(name: string | symbol, call: (...values: unknown[]) => unknown): this {
    super.on(name, call);
    this.#listened(name);
    return this;
  }

  override once(name: string | symbol, call: (...values: unknown[]) => unknown): this {
    super.once(name, call);
    this.#listened(name);
    return this;
  }

  setEncoding(): this {
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

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  read(): string | null {
    return this.input.rest() || null;
  }

  destroy(): this {
    this.#ended = true;
    return this;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    for (;;) {
      const line = await new Promise<string | undefined>((resolve) => this.later(() => resolve(this.input.line())));
      if (line === undefined) return;
      yield line;
    }
  }

  #listened(name: string | symbol): void {
    if (name === 'data' && !this.#paused) this.#flow();
    if (name === 'readable') {
      this.later(() => {
        this.emit('readable');
        this.#end();
      });
    }
  }

  /** A line in each turn, so that timers and promises come in between. */
  #flow(): this {
    if (this.#flowing || this.#ended) return this;
    this.#flowing = true;
    this.later(() => {
      this.#flowing = false;
      if (this.#paused || this.#ended) return;
      const line = this.input.line();
      if (line === undefined) return this.#end();
      this.emit('data', line);
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

export class WriteStream extends EventEmitter {
  readonly isTTY = false;
  readonly writable = true;
  readonly columns = 80;

  constructor(
    private readonly output: Output,
    private readonly kind: 'stdout' | 'stderr',
    readonly fd: number,
  ) {
    super();
  }

  write(chunk: unknown, ...rest: unknown[]): boolean {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) {
      throw new TypeError(
        `The "chunk" argument must be of type string or an instance of Buffer. Received ${typeof chunk}`,
      );
    }
    this.output.write(this.kind, typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk));
    const done = rest.at(-1);
    if (typeof done === 'function') queueMicrotask(() => done());
    return true;
  }

  end(chunk?: unknown): this {
    if (typeof chunk === 'string') this.write(chunk);
    return this;
  }
}
