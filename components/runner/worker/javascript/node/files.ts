// Node's `fs` on the program's own disk, with stdin and stdout.
import type { ProgramFile } from '../../../messages.js';
import type { Loop } from '../loop.js';
import { named } from '../timeout.js';
import { Buffer } from './buffer.js';
import { Disk, fullPath, textOf } from './disk.js';
import { checkCall, isPath, requiredArgumentCount } from './file-checks.js';
import { FileHandle } from './file-handle.js';
import { createFileStreams, type StreamClasses } from './file-streams.js';
import type { NodeInput } from './input.js';
import { OPEN_CONSTANTS, OpenFiles } from './open-files.js';
import { path as paths } from './path.js';
import type { Process } from './process.js';
import { promisifiedAs } from './promisified.js';
import { check } from './wrong-values.js';

type Options = string | { encoding?: string | null; flag?: string; flags?: string } | null | undefined;
type Call = (...values: unknown[]) => unknown;

export interface FilesEnvironment {
  input: NodeInput;
  fileName: string;
  source: string;
  roomFiles: readonly ProgramFile[];
  loop: Loop;
  process: Process;
  /** Node's streams, if the program uses any. */
  streams(): StreamClasses;
}

/** Turns of the event loop that Node takes for an existing file. */
const TURNS: Readonly<Record<string, number>> = { readFileSync: 4, writeFileSync: 3, appendFileSync: 3 };
const REMOVAL =
  'In future versions of Node.js, fs.rmdir(path, { recursive: true }) will be removed. Use fs.rm(path, { recursive: true }) instead';
const CONSTANTS = {
  F_OK: 0,
  R_OK: 4,
  W_OK: 2,
  X_OK: 1,
  COPYFILE_EXCL: 1,
  ...OPEN_CONSTANTS,
};

const TYPE = Symbol('type');

/** What stands in a folder. */
class Dirent {
  readonly [TYPE]: number;

  constructor(
    readonly name: string,
    readonly parentPath: string,
    isFolder: boolean,
  ) {
    this[TYPE] = isFolder ? 2 : 1;
  }

  /** Its older name, which newer Nodes do not show. */
  get path(): string {
    return this.parentPath;
  }

  isFile(): boolean {
    return this[TYPE] === 1;
  }

  isDirectory(): boolean {
    return this[TYPE] === 2;
  }
}
named(Dirent, 'Dirent');
for (const name of ['isSymbolicLink', 'isFIFO', 'isSocket', 'isCharacterDevice', 'isBlockDevice'])
  Reflect.defineProperty(Dirent.prototype, name, { value: () => false, configurable: true, writable: true });

/** Node's error for removing a folder like a file. */
function folderError(path: unknown): Error {
  const error = new Error(`Path is a directory: rm returned EISDIR (is a directory) ${String(path)}`);
  Reflect.defineProperty(error, 'name', { value: 'SystemError', writable: true, configurable: true });
  return Object.assign(error, { code: 'ERR_FS_EISDIR', errno: 21, syscall: 'rm', path });
}

export function createFiles({ input, fileName, source, roomFiles, loop, process, streams }: FilesEnvironment) {
  const disk = new Disk([...roomFiles, { name: fileName, text: source }]);
  const open = new OpenFiles(disk, input, process);
  process.chdir = (folder) => disk.enter(folder);
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
  /** Those of each folder come before what is in them. */
  const listed = (path: unknown, recursive: boolean): Dirent[] => {
    const found: Dirent[] = [];
    const left = [textOf(path)];
    for (let folder = left.shift(); folder !== undefined; folder = left.shift()) {
      for (const name of disk.list(folder)) {
        const inner = paths.join(folder, name);
        const isFolder = disk.get(inner, 'stat').kind === 'folder';
        found.push(new Dirent(name, folder, isFolder));
        if (isFolder && recursive) left.push(inner);
      }
    }
    return found;
  };
  const existsSync = (path: unknown) => isPath(path) && (isStream(path) || disk.has(path));
  let toldOfRemoval = false;
  const unchecked = {
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
      const entries = listed(path, options?.recursive === true);
      if (options?.withFileTypes) return entries;
      const given = textOf(path);
      const top = paths.join(given, '/');
      const above = top === './' ? '' : top;
      return entries.map(({ name, parentPath }) =>
        parentPath === given ? name : paths.join(parentPath, name).slice(above.length),
      );
    },
    statSync: (path: unknown, options?: object) => stat(path, 'stat', options),
    lstatSync: (path: unknown, options?: object) => stat(path, 'lstat', options),
    fstatSync: (descriptor: number) => stat(descriptor, 'fstat'),
    mkdirSync: (path: unknown, options?: { recursive?: boolean }) => {
      const first = disk.makeFolder(path, options?.recursive === true);
      return options?.recursive ? first : undefined;
    },
    mkdtempSync: (prefix: string) =>
      disk.makeFolder(prefix + Math.random().toString(36).slice(2, 8).padEnd(6, 'x'), false),
    rmdirSync: (path: unknown, options?: { recursive?: boolean }) => {
      if (!options?.recursive) return disk.removeFolder(path);
      if (!toldOfRemoval) process.emitWarning(REMOVAL, 'DeprecationWarning', 'DEP0147');
      toldOfRemoval = true;
      if (disk.get(path, 'lstat').kind === 'file') return disk.removeFolder(path);
      disk.removeAll(path);
    },
    rmSync: (path: unknown, options?: { recursive?: boolean; force?: boolean }) => {
      if (!disk.has(path) && options?.force) return;
      if (disk.get(path, 'lstat').kind === 'folder' && !options?.recursive) throw folderError(path);
      disk.removeAll(path);
    },
    renameSync: (from: unknown, to: unknown) => disk.move(from, to),
    copyFileSync: (from: unknown, to: unknown, mode = 0) => disk.copy(from, to, (mode & CONSTANTS.COPYFILE_EXCL) !== 0),
    truncateSync: (path: unknown, length = 0) => {
      const descriptor = open.open(path, 'r+');
      unchecked.ftruncateSync(descriptor, length);
      open.close(descriptor);
    },
    ftruncateSync: (descriptor: number, length = 0) => {
      const path = open.pathOf(descriptor, 'ftruncate');
      const bytes = new Uint8Array(length);
      bytes.set(disk.read(path).subarray(0, length));
      disk.write(path, bytes);
    },
    fsyncSync: (descriptor: number) => void open.pathOf(descriptor, 'fsync'),
    realpathSync: (path: unknown) => {
      disk.get(fullPath(path), 'lstat');
      return fullPath(path);
    },
    openSync: (path: unknown, flag?: string | number) => open.open(path, flag),
    closeSync: (descriptor: number) => open.close(descriptor),
    writeSync: (descriptor: number, data: unknown, ...rest: unknown[]) => open.write(descriptor, data, ...rest),
    readSync: (descriptor: number, buffer: Uint8Array, ...rest: unknown[]) => open.read(descriptor, buffer, ...rest),
  };
  /** Nothing is done with what Node would not take. */
  const sync = Object.fromEntries(
    (Object.entries(unchecked) as [string, Call][]).map(([name, call]) => [
      name,
      named((...values: unknown[]) => {
        checkCall(name, values);
        return call(...values);
      }, name),
    ]),
  ) as typeof unchecked;
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
        // A required argument is never taken for the callback.
        const done = values.length > requiredArgumentCount(name) ? values.pop() : undefined;
        check('cb', 'function', done);
        checkCall(name, values);
        const tell = done as Call;
        loop.read(() => {
          let result: unknown;
          try {
            result = call(...values);
          } catch (error) {
            return tell(error);
          }
          // What was read into or written is told, too.
          const more = /^(?:read|write)Sync$/.test(name) ? [values[1]] : [];
          afterTurns(name, () => tell(null, ...(result === undefined ? [] : [result, ...more])));
        });
      },
    ]),
  );
  const promised: Record<string, Call> = promises;
  const chunked =
    (name: 'read' | 'write', countName: string) =>
    async (descriptor: unknown, chunk: unknown, ...rest: unknown[]) => ({
      [countName]: await promised[name]?.(descriptor, chunk, ...rest),
      buffer: chunk,
    });
  promisifiedAs(callbacks.read as Call, chunked('read', 'bytesRead'));
  promisifiedAs(callbacks.write as Call, chunked('write', 'bytesWritten'));
  const exists = (path: unknown, done: (there: boolean) => void) => loop.read(() => done(existsSync(path)));
  promisifiedAs(exists, (path: unknown) => new Promise((resolve) => exists(path, resolve)));
  const { createReadStream, createWriteStream } = createFileStreams({ open, loop, streams });
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
    exists,
    createReadStream,
    createWriteStream,
  };
}
