// Node's `readline` and `readline/promises`: questions are asked of people, lines are read to the end of the input.
import type { Output } from '../../output.js';
import { EventEmitter } from './events.js';
import type { NodeInput } from './input.js';
import type { Later } from './stream.js';

type Answered = (answer: string) => void;

class Interface extends EventEmitter {
  closed = false;
  #prompt = '> ';
  #reading = false;

  constructor(
    private readonly input: NodeInput,
    private readonly output: Output,
    private readonly later: Later,
  ) {
    super();
    // Whoever is going to listen does so in the same turn.
    this.#read();
  }

  /** With a callback, or with options before it. */
  question(query: string, ...rest: (Answered | object)[]): void {
    if (this.closed) throw Object.assign(new Error('readline was closed'), { code: 'ERR_USE_AFTER_CLOSE' });
    const answered = rest.at(-1);
    this.later(() => {
      if (this.closed) return;
      const answer = this.input.ask(query);
      if (answer === undefined) this.close();
      else if (typeof answered === 'function') (answered as Answered)(answer);
    });
  }

  setPrompt(prompt: string): void {
    this.#prompt = prompt;
  }

  getPrompt(): string {
    return this.#prompt;
  }

  prompt(): void {
    this.output.write('stdout', this.#prompt);
    this.#read();
  }

  write(): void {}

  pause(): this {
    return this;
  }

  resume(): this {
    this.#read();
    return this;
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.emit('close');
  }

  [Symbol.asyncIterator](): AsyncGenerator<string> {
    return this.#lines();
  }

  override on(name: string | symbol, call: (...values: unknown[]) => unknown): this {
    super.on(name, call);
    if (name === 'line') this.#read();
    return this;
  }

  async *#lines(): AsyncGenerator<string> {
    for (;;) {
      const line = await new Promise<string | undefined>((resolve) =>
        this.later(() => resolve(this.closed ? undefined : this.input.line())),
      );
      if (line === undefined) return this.close();
      yield line.replace(/\n$/, '');
    }
  }

  #read(): void {
    if (this.#reading || this.closed) return;
    this.#reading = true;
    this.later(() => {
      this.#reading = false;
      if (this.closed || this.listenerCount('line') === 0) return;
      const line = this.input.line();
      if (line === undefined) return this.close();
      this.emit('line', line.replace(/\n$/, ''));
      this.#read();
    });
  }
}

class PromiseInterface extends Interface {
  override question(query: string): Promise<string> {
    return new Promise((resolve) => super.question(query, resolve));
  }
}

export function createReadline(input: NodeInput, output: Output, later: Later) {
  const promises = { createInterface: () => new PromiseInterface(input, output, later), Interface: PromiseInterface };
  const nothing = (...rest: unknown[]) => {
    const done = rest.at(-1);
    if (typeof done === 'function') done();
    return true;
  };
  return {
    promises,
    Interface,
    createInterface: () => new Interface(input, output, later),
    clearLine: nothing,
    cursorTo: nothing,
    moveCursor: nothing,
    emitKeypressEvents: nothing,
  };
}
