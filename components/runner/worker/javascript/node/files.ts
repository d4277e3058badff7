// Node's `fs` on the program's own disk, with stdin and stdout.
import type { ProgramFile } from '../../../messages.js';
import type { Loop } from '../loop.js';
import { Buffer } from './buffer.js';
import { Disk, systemError } from './disk.js';
import type { NodeInput } from './input.js';
import type { Process } from './process.js';

type Options = string | { encoding?: string | null; flag?: string } | null | undefined;
type Call = (...values: unknown[]) => unknown;
type Stream = new (options: object) => { push(chunk: unknown): void };

export interface FilesEnvironment {
  input: NodeInput;
  fileName: string;
  source: string;
  roomFiles: readonly ProgramFile[];
  loop: Loop;
  process: Process;
  /** Node's streams, if the program uses any. */
  streams(): Record<'Readable' | 'Writable', Stream>;
}

/** Bytes that a file stream reads at once. */
const READ_BYTES = 64 * 1024;

/** Range of a file that a stream reads; the end is inclusive. */
interface Part {
  start?: number;
  end?: number;
  highWaterMark?: number;
}

const INPUT = new Set<unknown>([0, '/dev/stdin', '/proc/self/fd/0']);
/** Turns of the event loop that Node takes for an existing file. */
const TURNS: Readonly<Record<string, number>> = { readFileSync: 4, writeFileSync: 3, appendFileSync: 3 };
const CONSTANTS = {
  F_OK: 0,
  R_OK: 4,
  W_OK: 2,
  X_OK: 1,
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
  O_CREAT: 64,
  COPYFILE_EXCL: 1,
};

/** Node's error for removing a folder like a file. */
function isFolder(path: unknown): Error {
  const error = new Error(`Path is a directory: rm returned EISDIR (is a directory) ${String(path)}`);
  Reflect.defineProperty(error, 'name', { value: 'SystemError', writable: true, configurable: true });
  return Object.assign(error, { code: 'ERR_FS_EISDIR', errno: 21, syscall: 'rm', path });
}

export function createFiles({ input, fileName, source, roomFiles, loop, process, streams }: FilesEnvironment) {
  const disk = new Disk([...roomFiles, { name: fileName, text: source }]);
  /** Open file descriptors; the first three are the standard streams. */
  const open = new Map<number, { path: unknown; at: number }>();
  const encodingOf = (options: Options) => (typeof options === 'string' ? options : options?.encoding) ?? undefined;
  const flagOf = (options: Options, flag: string) => (typeof options === 'object' ? options?.flag : undefined) ?? flag;
  const bytesOf = (data: unknown, options?: Options): Uint8Array =>
    ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice()
      : Buffer.from(String(data), encodingOf(options));
  const outputOf = (path: unknown) =>
    path === 1 || path === '/dev/stdout'
      ? process.stdout
      : path === 2 || path === '/dev/stderr'
        ? process.stderr
        : undefined;
  /** The path of a file descriptor, or the path itself. */
  const pathOf = (path: unknown, call: string) => {
    if (typeof path !== 'number') return path;
    const file = open.get(path);
    if (!file) throw systemError('EBADF', call);
    return file.path;
  };
  const write = (path: unknown, data: unknown, options: Options, flag: string) => {
    const stream = outputOf(path);
    if (stream) return void stream.write(bytesOf(data, options));
    const target = pathOf(path, 'write');
    const wanted = flagOf(options, flag);
    if (wanted.includes('x') && disk.has(target)) throw systemError('EEXIST', 'open', target);
    const before = wanted.startsWith('a') && disk.has(target) ? disk.read(target) : new Uint8Array();
    disk.write(target, Buffer.concat([before, bytesOf(data, options)]));
  };
  const stat = (path: unknown, call: string, { throwIfNoEntry = true } = {}) => {
    if (!throwIfNoEntry && !disk.has(path)) return undefined;
    const entry = disk.get(pathOf(path, call), call);
    const size = entry.kind === 'file' ? entry.bytes.length : 4096;
    const time = new Date(entry.changed);
    const no = () => false;
    return {
      size,
      mode: entry.kind === 'file' ? 0o100644 : 0o040755,
      mtimeMs: entry.changed,
      atime: time,
      mtime: time,
      ctime: time,
      birthtime: time,
      isFile: () => entry.kind === 'file',
      isDirectory: () => entry.kind === 'folder',
      isSymbolicLink: no,
      isFIFO: no,
      isSocket: no,
    };
  };
  /** Folders come before their content. */
  const allBelow = (path: string): string[] => {
    const names = disk.list(path);
    const isFolder = (name: string) => disk.get(`${path}/${name}`, 'stat').kind === 'folder';
    return [
      ...names,
      ...names.filter(isFolder).flatMap((name) => allBelow(`${path}/${name}`).map((each) => `${name}/${each}`)),
    ];
  };
  const sync = {
    readFileSync: (path: unknown, options?: Options) => {
      const text = INPUT.has(path) ? new TextEncoder().encode(input.rest()) : disk.read(pathOf(path, 'read'));
      const encoding = encodingOf(options);
      return encoding ? Buffer.from(text).toString(encoding) : Buffer.from(text);
    },
    writeFileSync: (path: unknown, data: unknown, options?: Options) => write(path, data, options, 'w'),
    appendFileSync: (path: unknown, data: unknown, options?: Options) => write(path, data, options, 'a'),
    accessSync: (path: unknown) => void disk.get(path, 'access'),
    unlinkSync: (path: unknown) => disk.removeFile(path),
    readdirSync: (path: unknown, options?: { withFileTypes?: boolean; recursive?: boolean }) => {
      const names = options?.recursive ? allBelow(String(path)) : disk.list(path);
      if (!options?.withFileTypes) return names;
      return names.map((name) => ({ name, parentPath: String(path), ...stat(`${String(path)}/${name}`, 'stat') }));
    },
    statSync: (path: unknown, options?: object) => stat(path, 'stat', options),
    lstatSync: (path: unknown, options?: object) => stat(path, 'lstat', options),
    mkdirSync: (path: unknown, options?: { recursive?: boolean }) => disk.makeFolder(path, options?.recursive === true),
    mkdtempSync: (prefix: string) =>
      disk.makeFolder(prefix + Math.random().toString(36).slice(2, 8).padEnd(6, 'x'), false),
    rmdirSync: (path: unknown) => disk.removeFolder(path),
    rmSync: (path: unknown, { recursive = false, force = false } = {}) => {
      if (!disk.has(path) && force) return;
      if (disk.get(path, 'rm').kind === 'folder' && !recursive) throw isFolder(path);
      disk.removeAll(path);
    },
    renameSync: (from: unknown, to: unknown) => disk.move(from, to),
    copyFileSync: (from: unknown, to: unknown) => disk.write(to, disk.read(from, 'copyfile').slice(), 'copyfile'),
    truncateSync: (path: unknown, length = 0) => disk.write(path, disk.read(path).slice(0, length)),
    realpathSync: (path: unknown) => String(path),
    openSync: (path: unknown, flag = 'r') => {
      if (flag.startsWith('r')) disk.get(path, 'open');
      else if (flag.startsWith('w') || !disk.has(path)) disk.write(path, new Uint8Array());
      const descriptor = Math.max(2, ...open.keys()) + 1;
      open.set(descriptor, { path, at: 0 });
      return descriptor;
    },
    closeSync: (descriptor: number) => {
      if (!open.delete(descriptor) && descriptor > 2) throw systemError('EBADF', 'close');
    },
    writeSync: (descriptor: unknown, data: unknown) => {
      write(descriptor, data, undefined, 'a');
      return bytesOf(data).length;
    },
    readSync: (
      descriptor: number,
      buffer: Uint8Array,
      offset = 0,
      length = buffer.length - offset,
      at?: number | null,
    ) => {
      if (descriptor === 0) return fill(buffer, offset, length);
      const file = open.get(descriptor);
      if (!file) throw systemError('EBADF', 'read');
      const from = at ?? file.at;
      const bytes = disk.read(file.path).subarray(from, from + length);
      buffer.set(bytes, offset);
      if (at === undefined || at === null) file.at += bytes.length;
      return bytes.length;
    },
  };
  let left: Uint8Array = new Uint8Array();
  const fill = (buffer: Uint8Array, offset: number, length: number) => {
    if (left.length === 0) left = new TextEncoder().encode(input.chunk() ?? '');
    const bytes = left.subarray(0, length);
    left = left.subarray(bytes.length);
    buffer.set(bytes, offset);
    return bytes.length;
  };
  /** Node opens, stats, reads and closes in separate turns of the event loop; a failure comes in the first. */
  const afterTurns = (name: string, answer: () => void) => {
    let turns = TURNS[name] ?? 1;
    const turn = () => {
      turns -= 1;
      if (turns === 0) answer();
      else loop.read(turn);
    };
    turn();
  };
  /** Promise and callback versions of the functions above. */
  const calls = Object.entries(sync) as [string, Call][];
  const later =
    (name: string, call: Call) =>
    (...values: unknown[]) =>
      new Promise((resolve, reject) => {
        loop.read(() => {
          try {
            const result = call(...values);
            afterTurns(name, () => resolve(result));
          } catch (error) {
            reject(error);
          }
        });
      });
  const promises = Object.fromEntries(calls.map(([name, call]) => [name.replace(/Sync$/, ''), later(name, call)]));
  const callbacks = Object.fromEntries(
    calls.map(([name, call]) => [
      name.replace(/Sync$/, ''),
      (...values: unknown[]) => {
        const done = values.pop();
        if (typeof done !== 'function') throw new TypeError('The "cb" argument must be of type function.');
        loop.read(() => {
          let result: unknown;
          try {
            result = call(...values);
          } catch (error) {
            return done(error);
          }
          afterTurns(name, () => done(null, result));
        });
      },
    ]),
  );
  const existsSync = (path: unknown) => INPUT.has(path) || disk.has(path);
  const createReadStream = (path: unknown, options?: Options) => {
    const { Readable } = streams();
    const { start = 0, end = Infinity, highWaterMark = READ_BYTES } = Object(options) as Part;
    let bytes: Uint8Array | undefined;
    let at = 0;
    return new Readable({
      highWaterMark,
      encoding: encodingOf(options),
      read(this: { push(chunk: unknown): void; destroy(error: unknown): void }) {
        try {
          bytes ??= (sync.readFileSync(path) as Uint8Array).subarray(start, end + 1);
          this.push(at < bytes.length ? bytes.subarray(at, at + highWaterMark) : null);
          at += highWaterMark;
        } catch (error) {
          this.destroy(error);
        }
      },
    });
  };
  const createWriteStream = (path: unknown, options?: Options) => {
    const standard = outputOf(path);
    if (standard) return standard;
    const { Writable } = streams();
    if (!flagOf(options, 'w').startsWith('a')) disk.write(path, new Uint8Array());
    return new Writable({
      decodeStrings: true,
      write(chunk: unknown, _encoding: string, done: () => void) {
        write(path, chunk, undefined, 'a');
        done();
      },
    });
  };
  return {
    ...callbacks,
    ...sync,
    promises: { ...promises, constants: CONSTANTS },
    constants: CONSTANTS,
    existsSync,
    exists: (path: unknown, done: (there: boolean) => void) => loop.read(() => done(existsSync(path))),
    createReadStream,
    createWriteStream,
  };
}
