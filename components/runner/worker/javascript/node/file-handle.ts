// What `fs.promises.open()` gives: an open file with the calls for it.
import { Buffer } from './buffer.js';
import { systemError } from './disk.js';
import { EventEmitter } from './events.js';

type MakeStream = (descriptor: unknown, options?: unknown) => { once(name: string, call: () => void): unknown };

/** What a handle needs of `fs`: calls whose first value is the descriptor, each in a turn of its own. */
interface HandleCalls {
  later(name: string): (...values: unknown[]) => Promise<unknown>;
  createReadStream: MakeStream;
  createWriteStream: MakeStream;
}

/** Node tells such results in objects without a prototype. */
function bare(result: object): object {
  return Object.assign(Object.create(null), result);
}

/** Node's, where nothing else is asked for. */
const READ_BYTES = 16 * 1024;

export class FileHandle extends EventEmitter {
  #descriptor: number;
  readonly #calls: HandleCalls;

  constructor(descriptor: number, calls: HandleCalls) {
    super();
    this.#descriptor = descriptor;
    this.#calls = calls;
    // Only newer engines have the symbol.
    const dispose: unknown = Reflect.get(Symbol, 'asyncDispose');
    if (typeof dispose === 'symbol') Reflect.set(this, dispose, () => this.close());
    // Node's handle shows no more of itself.
    for (const key of Reflect.ownKeys(this)) Reflect.defineProperty(this, key, { enumerable: false });
  }

  /** -1 once it is closed. */
  get fd(): number {
    return this.#descriptor;
  }

  readFile(options?: unknown): Promise<unknown> {
    return this.#call('readFileSync', options);
  }

  writeFile(data: unknown, options?: unknown): Promise<unknown> {
    return this.#call('writeFileSync', data, options);
  }

  appendFile(data: unknown, options?: unknown): Promise<unknown> {
    return this.#call('appendFileSync', data, options);
  }

  stat(): Promise<unknown> {
    return this.#call('fstatSync');
  }

  truncate(length = 0): Promise<unknown> {
    return this.#call('ftruncateSync', length);
  }

  sync(): Promise<unknown> {
    return this.#call('fsyncSync');
  }

  datasync(): Promise<unknown> {
    return this.#call('fsyncSync');
  }

  /** Into a buffer, a part of it, or one of an object with the options. */
  async read(given?: unknown, ...rest: unknown[]): Promise<object> {
    const options = ArrayBuffer.isView(given) ? undefined : (given as { buffer?: Uint8Array } | undefined);
    const buffer = ArrayBuffer.isView(given) ? given : (options?.buffer ?? Buffer.alloc(READ_BYTES));
    const bytesRead = await this.#call('readSync', buffer, ...(options ? [options] : rest));
    return bare({ bytesRead, buffer });
  }

  async write(buffer: unknown, ...rest: unknown[]): Promise<object> {
    return bare({ bytesWritten: await this.#call('writeSync', buffer, ...rest), buffer });
  }

  async close(): Promise<void> {
    if (this.#descriptor === -1) return;
    await this.#call('closeSync');
    this.#descriptor = -1;
    this.emit('close');
  }

  /** Line by line, and closed at the end. */
  async *readLines(): AsyncGenerator<string> {
    const buffer = Buffer.alloc(READ_BYTES);
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    let text = '';
    try {
      for (;;) {
        const length = (await this.#call('readSync', buffer)) as number;
        text += decoder.decode(buffer.subarray(0, length), { stream: length > 0 });
        const lines = text.split(/\r?\n/);
        text = lines.pop() ?? '';
        yield* lines;
        if (length === 0) break;
      }
      if (text !== '') yield text;
    } finally {
      await this.close();
    }
  }

  createReadStream(options?: unknown): object {
    return this.#streamed(this.#calls.createReadStream, options);
  }

  createWriteStream(options?: unknown): object {
    return this.#streamed(this.#calls.createWriteStream, options);
  }

  /** The stream closes the file. */
  #streamed(make: MakeStream, options: unknown): object {
    const stream = make(this.#descriptor, options);
    stream.once('close', () => {
      this.#descriptor = -1;
      this.emit('close');
    });
    return stream;
  }

  async #call(name: string, ...values: unknown[]): Promise<unknown> {
    if (this.#descriptor !== -1) return this.#calls.later(name)(this.#descriptor, ...values);
    throw Object.assign(systemError('EBADF', name.replace(/Sync$/, '')), { message: 'file closed' });
  }
}
