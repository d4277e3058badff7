// Node's `fs` on the program's own disk, with stdin and stdout.
import type { ProgramFile } from '../../../messages.js';
import type { Loop } from '../loop.js';
import { Buffer } from './buffer.js';
import { Disk } from './disk.js';
import { FileHandle } from './file-handle.js';
import type { NodeInput } from './input.js';
import { OPEN_CONSTANTS, OpenFiles } from './open-files.js';
import type { Process } from './process.js';

type Options = string | { encoding?: string | null; flag?: string; flags?: string } | null | undefined;
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

/** Turns of the event loop that Node takes for an existing file. */
const TURNS: Readonly<Record<string, number>> = { readFileSync: 4, writeFileSync: 3, appendFileSync: 3 };
const CONSTANTS = {
  F_OK: 0,
  R_OK: 4,
  W_OK: 2,
  X_OK: 1,
  COPYFILE_EXCL: 1,
  ...OPEN_CONSTANTS,
};

/** Node's error for removing a folder like a file. */
function folderError(path: unknown): Error {
  const error = new Error(`Path is a directory: rm returned EISDIR (is a directory) ${String(path)}`);
  Reflect.defineProperty(error, 'name', { value: 'SystemError', writable: true, configurable: true });
  return Object.assign(error, { code: 'ERR_FS_EISDIR', errno: 21, syscall: 'rm', path });
}

export function createFiles({ input, fileName, source, roomFiles, loop, process, streams }: FilesEnvironment) {
  const disk = new Disk([...roomFiles, { name: fileName, text: source }]);
  const open = new OpenFiles(disk, input, process);
  const encodingOf = (options: Options) => (typeof options === 'string' ? options : options?.encoding) ?? undefined;
  const flagOf = (options: Options, flag: string) =>
    (typeof options === 'object' ? (options?.flag ?? options?.flags) : undefined) ?? flag;
  const bytesOf = (data: unknown, options?: Options): Uint8Array =>
    ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice()
      : Buffer.from(String(data), encodingOf(options));
  const write = (path: unknown, data: unknown, options: Options, flag: string) => {
    const bytes = bytesOf(data, options);
    if (typeof path === 'number') return void open.write(path, bytes);
    const descriptor = open.open(path, flagOf(options, flag));
    open.write(descriptor, bytes);
    open.close(descriptor);
  };
  const isStream = (path: unknown) => open.isInput(path) || open.outputOf(path) !== undefined;
  const entryOf = (path: unknown, call: string) =>
    isStream(path)
      ? { kind: 'pipe' as const, changed: Date.now(), bytes: new Uint8Array() }
      : disk.get(open.pathOf(path, call), call);
  const stat = (path: unknown, call: string, { throwIfNoEntry = true } = {}) => {
    if (!throwIfNoEntry && !existsSync(path)) return undefined;
    const entry = entryOf(path, call);
    const time = new Date(entry.changed);
    const no = () => false;
    return {
      size: entry.kind === 'folder' ? 4096 : entry.bytes.length,
      mode: { file: 0o100644, folder: 0o040755, pipe: 0o010600 }[entry.kind],
      mtimeMs: entry.changed,
      atime: time,
      mtime: time,
      ctime: time,
      birthtime: time,
      isFile: () => entry.kind === 'file',
      isDirectory: () => entry.kind === 'folder',
      isSymbolicLink: no,
      isFIFO: () => entry.kind === 'pipe',
      isSocket: no,
      isCharacterDevice: no,
      isBlockDevice: no,
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
  const existsSync = (path: unknown) => (typeof path === 'string' && isStream(path)) || disk.has(path);
  const sync = {
    readFileSync: (path: unknown, options?: Options) => {
      const ofFile = () => (typeof path === 'number' ? open.readRest(path) : disk.read(path));
      const bytes = Buffer.from(open.isInput(path) ? open.inputRest() : ofFile());
      const encoding = encodingOf(options);
      return encoding ? bytes.toString(encoding) : bytes;
    },
    writeFileSync: (path: unknown, data: unknown, options?: Options) => write(path, data, options, 'w'),
    appendFileSync: (path: unknown, data: unknown, options?: Options) => write(path, data, options, 'a'),
    accessSync: (path: unknown) => void entryOf(path, 'access'),
    unlinkSync: (path: unknown) => disk.removeFile(path),
    readdirSync: (path: unknown, options?: { withFileTypes?: boolean; recursive?: boolean }) => {
      const names = options?.recursive ? allBelow(String(path)) : disk.list(path);
      if (!options?.withFileTypes) return names;
      return names.map((name) => ({ name, parentPath: String(path), ...stat(`${String(path)}/${name}`, 'stat') }));
    },
    statSync: (path: unknown, options?: object) => stat(path, 'stat', options),
    lstatSync: (path: unknown, options?: object) => stat(path, 'lstat', options),
    fstatSync: (descriptor: number) => stat(descriptor, 'fstat'),
    mkdirSync: (path: unknown, options?: { recursive?: boolean }) => disk.makeFolder(path, options?.recursive === true),
    mkdtempSync: (prefix: string) =>
      disk.makeFolder(prefix + Math.random().toString(36).slice(2, 8).padEnd(6, 'x'), false),
    rmdirSync: (path: unknown) => disk.removeFolder(path),
    rmSync: (path: unknown, { recursive = false, force = false } = {}) => {
      if (!disk.has(path) && force) return;
      if (disk.get(path, 'rm').kind === 'folder' && !recursive) throw folderError(path);
      disk.removeAll(path);
    },
    renameSync: (from: unknown, to: unknown) => disk.move(from, to),
    copyFileSync: (from: unknown, to: unknown) => disk.write(to, disk.read(from, 'copyfile').slice(), 'copyfile'),
    truncateSync: (path: unknown, length = 0) => {
      const bytes = new Uint8Array(length);
      bytes.set(disk.read(path).subarray(0, length));
      disk.write(path, bytes);
    },
    ftruncateSync: (descriptor: number, length = 0) => sync.truncateSync(open.pathOf(descriptor, 'ftruncate'), length),
    fsyncSync: (descriptor: number) => void open.pathOf(descriptor, 'fsync'),
    realpathSync: (path: unknown) => String(path),
    openSync: (path: unknown, flag?: string | number) => open.open(path, flag),
    closeSync: (descriptor: number) => open.close(descriptor),
    writeSync: (descriptor: number, data: unknown, ...rest: unknown[]) => open.write(descriptor, data, ...rest),
    readSync: (descriptor: number, buffer: Uint8Array, ...rest: unknown[]) => open.read(descriptor, buffer, ...rest),
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
    (...[first, ...values]: unknown[]) =>
      new Promise((resolve, reject) => {
        loop.read(() => {
          try {
            const result = call(first instanceof FileHandle ? first.fd : first, ...values);
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
          // What was read into or written is told, too.
          afterTurns(name, () => done(null, result, ...(/^(?:read|write)Sync$/.test(name) ? [values[1]] : [])));
        });
      },
    ]),
  );
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
    const standard = open.outputOf(path);
    if (standard) return standard;
    const { Writable } = streams();
    const descriptor = typeof path === 'number' ? path : open.open(path, flagOf(options, 'w'));
    return new Writable({
      decodeStrings: true,
      write(chunk: unknown, _encoding: string, done: () => void) {
        open.write(descriptor, chunk);
        done();
      },
      final(done: () => void) {
        open.close(descriptor);
        done();
      },
    });
  };
  const laterByName = (name: string) => later(name, Reflect.get(sync, name) as Call);
  const openHandle = async (path: unknown, flag?: string | number) =>
    new FileHandle((await laterByName('openSync')(path, flag)) as number, {
      later: laterByName,
      createReadStream,
      createWriteStream,
    });
  return {
    ...callbacks,
    ...sync,
    promises: { ...promises, open: openHandle, constants: CONSTANTS },
    constants: CONSTANTS,
    existsSync,
    exists: (path: unknown, done: (there: boolean) => void) => loop.read(() => done(existsSync(path))),
    createReadStream,
    createWriteStream,
  };
}
