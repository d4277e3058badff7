// Node's streams of files: each opens its file in a turn of its own, so that a missing one is an `error` event.
import type { Loop } from '../loop.js';
import { named } from '../timeout.js';
import { Buffer } from './buffer.js';
import { checkPath } from './file-checks.js';
import type { OpenFiles } from './open-files.js';

/** What is used of Node's streams. */
interface Stream {
  readonly destroyed: boolean;
  readonly closed: boolean;
  push(chunk: unknown): void;
  destroy(error?: unknown): unknown;
  end(): void;
  emit(name: string, value?: unknown): void;
  once(name: string, call: () => void): unknown;
}

export type StreamClasses = Record<'Readable' | 'Writable', new (options: object) => Stream>;

interface Options {
  encoding?: string | null;
  flags?: string;
  fd?: number | null;
  autoClose?: boolean;
  /** The part of the file; the end is inclusive. */
  start?: number;
  end?: number;
  highWaterMark?: number;
}

type Done = (error?: unknown) => void;

interface FileStreamsEnvironment {
  open: OpenFiles;
  loop: Loop;
  /** Node's streams, if the program uses any. */
  streams(): StreamClasses;
}

/** Bytes that are read at once. */
const READ_BYTES = 64 * 1024;

/** What a file is to a stream: opened and closed in turns of their own. */
class StreamFile {
  fd: number | null;

  constructor(
    private readonly environment: FileStreamsEnvironment,
    readonly path: unknown,
    private readonly options: Options,
    private readonly flag: string,
  ) {
    this.fd = options.fd ?? (typeof path === 'number' ? path : null);
    if (this.fd === null) checkPath('path', path);
  }

  get open(): OpenFiles {
    return this.environment.open;
  }

  opened(stream: Stream, done: Done): void {
    if (this.fd !== null) return done();
    const open = () => this.environment.open.open(this.path, this.options.flags ?? this.flag);
    this.turn(open, done, (fd) => {
      this.fd = fd;
      done();
      stream.emit('open', fd);
      stream.emit('ready');
    });
  }

  closed(error: unknown, done: Done): void {
    const { fd } = this;
    if (fd === null) return done(error);
    this.fd = null;
    const close = () => this.environment.open.close(fd);
    this.turn(close, done, () => done(error));
  }

  /** Acts in a turn of its own, and tells what came of it. */
  turn<Result>(act: () => Result, failed: Done, done: (result: Result) => void): void {
    this.environment.loop.read(() => {
      let result: Result;
      try {
        result = act();
      } catch (error) {
        return failed(error);
      }
      done(result);
    });
  }
}

function classesOf(environment: FileStreamsEnvironment) {
  const { Readable, Writable } = environment.streams();
  class ReadStream extends Readable {
    bytesRead = 0;
    readonly path: unknown;
    readonly #file: StreamFile;
    readonly #start: number | undefined;
    readonly #most: number;

    constructor(path: unknown, options: Options) {
      const { encoding, autoClose = true, start, end = Infinity, highWaterMark = READ_BYTES } = options;
      const file = new StreamFile(environment, path, options, 'r');
      super({ highWaterMark, encoding, autoDestroy: autoClose });
      this.path = path;
      this.#file = file;
      this.#start = start;
      this.#most = end - (start ?? 0) + 1;
    }

    get fd(): number | null {
      return this.#file.fd;
    }

    get pending(): boolean {
      return this.fd === null;
    }

    close(done?: () => void): void {
      if (done && this.closed) return environment.loop.tick(() => done());
      if (done) this.once('close', () => done());
      this.destroy();
    }

    _construct(done: Done): void {
      this.#file.opened(this, done);
    }

    _read(size: number): void {
      const wanted = Math.min(size, this.#most - this.bytesRead);
      if (wanted <= 0) return this.push(null);
      const read = () => {
        const { fd } = this;
        if (fd === null || this.destroyed) return undefined;
        const bytes = Buffer.alloc(wanted);
        const at = this.#start === undefined ? null : this.#start + this.bytesRead;
        const length = this.#file.open.read(fd, bytes as unknown as Uint8Array, 0, wanted, at);
        this.bytesRead += length;
        return length > 0 ? bytes.subarray(0, length) : null;
      };
      this.#file.turn(
        read,
        (error) => this.destroy(error),
        (bytes) => {
          if (bytes !== undefined) this.push(bytes);
        },
      );
    }

    _destroy(error: unknown, done: Done): void {
      this.#file.closed(error, done);
    }
  }

  class WriteStream extends Writable {
    bytesWritten = 0;
    readonly path: unknown;
    readonly #file: StreamFile;
    readonly #start: number | undefined;

    constructor(path: unknown, options: Options) {
      const { encoding, autoClose = true, start, highWaterMark } = options;
      const file = new StreamFile(environment, path, options, 'w');
      super({
        ...{ decodeStrings: true, autoDestroy: autoClose },
        ...(encoding && { defaultEncoding: encoding }),
        ...(highWaterMark !== undefined && { highWaterMark }),
      });
      this.path = path;
      this.#file = file;
      this.#start = start;
    }

    get fd(): number | null {
      return this.#file.fd;
    }

    get pending(): boolean {
      return this.fd === null;
    }

    /** What was written is kept. */
    close(done?: () => void): void {
      if (done && this.closed) return environment.loop.tick(() => done());
      if (done) this.once('close', () => done());
      this.once('finish', () => this.destroy());
      this.end();
    }

    _construct(done: Done): void {
      this.#file.opened(this, done);
    }

    _write(chunk: Uint8Array, _encoding: string, done: Done): void {
      const write = () => {
        const at = this.#start === undefined ? null : this.#start + this.bytesWritten;
        this.bytesWritten += this.#file.open.write(Number(this.fd), chunk, 0, chunk.length, at);
      };
      this.#file.turn(write, done, () => done());
    }

    /** All that waits is written in one turn. */
    _writev(chunks: readonly { chunk: Uint8Array }[], done: Done): void {
      this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), 'buffer', done);
    }

    _destroy(error: unknown, done: Done): void {
      this.#file.closed(error, done);
    }
  }
  return { ReadStream: named(ReadStream, 'ReadStream'), WriteStream: named(WriteStream, 'WriteStream') };
}

/** Of either kind: what an open file's handle needs of its streams. */
type MakeStream = (path: unknown, options?: unknown) => { once(name: string, call: () => void): unknown };

export function createFileStreams(
  environment: FileStreamsEnvironment,
): Record<'createReadStream' | 'createWriteStream', MakeStream> {
  let made: ReturnType<typeof classesOf> | undefined;
  const classes = () => {
    made ??= classesOf(environment);
    return made;
  };
  const optionsOf = (given: unknown): Options =>
    typeof given === 'string' ? { encoding: given } : (Object(given) as Options);
  return {
    createReadStream: (path: unknown, options?: unknown) => new (classes().ReadStream)(path, optionsOf(options)),
    createWriteStream: (path: unknown, options?: unknown) =>
      environment.open.outputOf(path) ?? new (classes().WriteStream)(path, optionsOf(options)),
  };
}
