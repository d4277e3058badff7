// Node's `readline` and `readline/promises`: prompts are answered by people, lines are read to the end of the input.
import type { Printer } from '../held-output.js';
import type { Loop } from '../loop.js';
import { cursorFunctions, Readline } from './cursor.js';
import { EventEmitter } from './events.js';
import type { NodeInput } from './input.js';
import { promisifiedAs } from './promisified.js';
import { ReadStream } from './stdio.js';

type Callback = (...values: never[]) => unknown;
type Answered = (answer: string) => void;

interface Options {
  prompt?: string;
  input?: unknown;
}

interface LineStream {
  on(name: string, call: (value: unknown) => void): unknown;
  pause?(): unknown;
  resume?(): unknown;
}

/** A stream that the program created, whose lines are read instead of stdin's. */
function isStream(value: unknown): value is LineStream {
  return typeof Reflect.get(Object(value), 'on') === 'function' && !(value instanceof ReadStream);
}

class Interface extends EventEmitter {
  closed = false;
  readonly terminal = false;
  line = '';
  #prompt: string;
  #reading = false;
  #paused = false;
  readonly #questions: { query: string; answered: Answered }[] = [];
  #source: LineStream | undefined;
  /** The stream of stdin, whose listeners hear its end as well. */
  #stdin: ReadStream | undefined;
  readonly #input: NodeInput;
  readonly #output: Printer;
  readonly #loop: Loop;

  constructor(input: NodeInput, output: Printer, loop: Loop, { prompt = '> ', input: given }: Options) {
    super();
    this.#input = input;
    this.#output = output;
    this.#loop = loop;
    this.#prompt = prompt;
    // The program adds its listeners in the same turn.
    if (given instanceof ReadStream) this.#stdin = given;
    if (isStream(given)) this.#readFrom(given);
    else this.#read();
  }

  /** Reads lines of a stream other than stdin. */
  #readFrom(stream: LineStream): void {
    this.#source = stream;
    let text = '';
    // A character may stand in two chunks.
    const decoder = new TextDecoder();
    stream.on('data', (chunk: unknown) => {
      if (this.closed) return;
      const more = ArrayBuffer.isView(chunk)
        ? decoder.decode(chunk as ArrayBufferView<ArrayBuffer>, { stream: true })
        : decoder.decode() + String(chunk);
      const whole = text + more;
      const end = whole.lastIndexOf('\n') + 1;
      text = whole.slice(end);
      if (end > 0) this.#give(whole.slice(0, end).replaceAll('\r\n', '\n'));
    });
    stream.on('end', () => {
      if (this.closed) return;
      text += decoder.decode();
      if (text !== '') this.#give(text);
      this.close();
    });
  }

  /** With a callback, optionally preceded by options. */
  question(query: string, ...rest: (Answered | object)[]): unknown {
    if (this.closed) throw closedError();
    const answered = rest.at(-1);
    this.#questions.push({
      query: String(query),
      answered: typeof answered === 'function' ? (answered as Answered) : () => {},
    });
    this.#goOn();
    return undefined;
  }

  setPrompt(prompt: string): void {
    this.#prompt = prompt;
  }

  getPrompt(): string {
    return this.#prompt;
  }

  prompt(): void {
    if (this.closed) throw closedError();
    this.#goOn();
    this.#output.write('stdout', this.#prompt);
  }

  write(): void {}

  pause(): this {
    if (this.#paused) return this;
    this.#paused = true;
    this.#source?.pause?.();
    this.emit('pause');
    return this;
  }

  resume(): this {
    if (this.#paused) {
      this.#source?.resume?.();
      this.emit('resume');
    }
    this.#paused = false;
    this.#read();
    return this;
  }

  /** Whoever asks wants an answer, also when it paused before. */
  #goOn(): void {
    if (this.#paused) this.resume();
    else this.#read();
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.#source?.pause?.();
    this.emit('close');
  }

  /** Nobody answers any more, or the input box has been read. */
  #end(): void {
    this.close();
    if (this.#stdin) ReadStream.finish(this.#stdin);
  }

  override on(name: string | symbol, call: Callback): this {
    super.on(name, call);
    if (name === 'line') this.#read();
    return this;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    if (this.#source) return yield* this.#ofSource();
    try {
      for (;;) {
        const line = await new Promise<string | undefined>((resolve) =>
          this.#loop.read(() => resolve(this.closed ? undefined : this.#input.line())),
        );
        if (line === undefined) return this.closed ? undefined : this.#end();
        yield line.replace(/\n$/, '');
      }
    } finally {
      this.close();
    }
  }

  async *#ofSource(): AsyncGenerator<string> {
    const lines: string[] = [];
    let wake = () => {};
    super.on('line', (line: string) => {
      lines.push(line);
      wake();
    });
    super.on('close', () => wake());
    try {
      for (;;) {
        for (let line = lines.shift(); line !== undefined; line = lines.shift()) yield line;
        if (this.closed) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      this.close();
    }
  }

  /** Available lines come all at once, as in Node, even if one of them closes the interface; those of people one by one. */
  #read(): void {
    if (this.#source || this.#reading || this.closed || this.#paused) return;
    this.#reading = true;
    this.#loop.read(() => {
      this.#reading = false;
      if (this.closed || this.#paused) return;
      const question = this.#questions.shift();
      if (question) return this.#ask(question.query, question.answered);
      if (this.listenerCount('line') === 0) return;
      const text = this.#input.chunk();
      if (text === undefined) return this.#end();
      this.#give(text);
      this.#read();
    });
  }

  #give(text: string): void {
    const lines = text.split('\n');
    const rest = lines.pop();
    const give = (line: string) => {
      const asked = this.#questions.shift();
      if (asked) asked.answered(line);
      else this.emit('line', line);
    };
    for (const line of lines) give(line);
    // An incomplete last line is dropped when the interface was closed.
    if (rest && !this.closed) give(rest);
  }

  #ask(query: string, answered: Answered): void {
    const answer = this.#input.ask(query);
    if (answer === undefined) return this.#end();
    answered(answer);
    this.#read();
  }
}

promisifiedAs(Interface.prototype.question, function (this: Interface, query: string, ...options: object[]) {
  return new Promise<string>((resolve) => this.question(query, ...options, resolve));
});

class PromiseInterface extends Interface {
  override question(query: string): Promise<string> {
    return new Promise((resolve, reject) => {
      try {
        super.question(query, resolve);
      } catch (error) {
        reject(error);
      }
    });
  }
}

function closedError(): Error {
  return Object.assign(new Error('readline was closed'), { code: 'ERR_USE_AFTER_CLOSE' });
}

export function createReadline(input: NodeInput, output: Printer, loop: Loop) {
  /** Accepts an options object, or the streams as arguments. */
  const optionsOf = (given: unknown): Options =>
    given && typeof given === 'object' && 'input' in given ? given : { input: given };
  const promises = {
    createInterface: (options?: unknown) => new PromiseInterface(input, output, loop, optionsOf(options)),
    Interface: PromiseInterface,
    Readline,
  };
  return {
    promises,
    Interface,
    createInterface: (options?: unknown) => new Interface(input, output, loop, optionsOf(options)),
    ...cursorFunctions,
    // Keys are pressed elsewhere: input comes in lines.
    emitKeypressEvents: () => {},
  };
}
