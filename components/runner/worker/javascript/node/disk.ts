// The program's file system: files and folders in memory, initially the room's files, for the time of the run.
import type { ProgramFile } from '../../../messages.js';
import { path as paths } from './path.js';

interface Folder {
  kind: 'folder';
  changed: number;
}

interface File {
  kind: 'file';
  bytes: Uint8Array;
  changed: number;
  /** What the bytes are the beginning of, where there is room for more: a file that grows by lines is not copied for each. */
  room?: Uint8Array;
}

type Entry = Folder | File;

const ERRORS: Readonly<Record<string, [errno: number, says: string]>> = {
  ENOENT: [-2, 'no such file or directory'],
  EBADF: [-9, 'bad file descriptor'],
  EEXIST: [-17, 'file already exists'],
  ENOTDIR: [-20, 'not a directory'],
  EISDIR: [-21, 'illegal operation on a directory'],
  ENOTEMPTY: [-39, 'directory not empty'],
};

/** An error like those of Node's file system. */
export function systemError(code: string, syscall: string, path?: unknown): Error {
  const [errno, says] = ERRORS[code] ?? [-1, 'unknown error'];
  const where = path === undefined ? '' : ` '${String(path)}'`;
  const error = new Error(`${code}: ${says}, ${syscall}${where}`);
  return Object.assign(error, { errno, code, syscall, ...(path === undefined ? {} : { path: String(path) }) });
}

export class Disk {
  readonly #entries = new Map<string, Entry>();

  constructor(files: readonly ProgramFile[]) {
    this.#entries.set('/', { kind: 'folder', changed: Date.now() });
    for (const { name, text } of files) {
      if (name.includes('/')) this.makeFolder(paths.dirname(full(name)), true);
      this.write(name, new TextEncoder().encode(text), 'open');
    }
    if (!this.has('/tmp')) this.makeFolder('/tmp', true);
  }

  has(path: unknown): boolean {
    return this.#entries.has(full(path));
  }

  get(path: unknown, call: string): Entry {
    const entry = this.#entries.get(full(path));
    if (!entry) throw systemError('ENOENT', call, path);
    return entry;
  }

  read(path: unknown, call = 'open'): Uint8Array {
    const entry = this.get(path, call);
    if (entry.kind === 'folder') throw systemError('EISDIR', 'read');
    return entry.bytes;
  }

  write(path: unknown, bytes: Uint8Array, call = 'open'): void {
    this.#folderOf(path, call);
    if (this.#entries.get(full(path))?.kind === 'folder') throw systemError('EISDIR', call, path);
    this.#entries.set(full(path), { kind: 'file', bytes, changed: Date.now() });
  }

  /** Over what stands there, and further; what lies between the end and that place is zeros. */
  writeAt(path: unknown, added: Uint8Array, at: number): void {
    const file = this.get(path, 'write');
    if (file.kind === 'folder') throw systemError('EISDIR', 'write', path);
    const size = Math.max(file.bytes.length, at + added.length);
    if (!file.room || file.room.length < size) {
      const before = file.bytes;
      file.room = new Uint8Array(Math.max(size, before.length * 2));
      file.room.set(before);
    }
    file.room.set(added, at);
    file.bytes = file.room.subarray(0, size);
    file.changed = Date.now();
  }

  makeFolder(path: unknown, recursive: boolean): string | undefined {
    const whole = full(path);
    if (this.#entries.has(whole)) {
      if (recursive) return undefined;
      throw systemError('EEXIST', 'mkdir', path);
    }
    const above = paths.dirname(whole);
    const first = recursive && !this.#entries.has(above) ? this.makeFolder(above, true) : undefined;
    this.#folderOf(path, 'mkdir');
    this.#entries.set(whole, { kind: 'folder', changed: Date.now() });
    return first ?? whole;
  }

  /** The sorted names in a folder; `/tmp`, which is there always, is left out while nothing is in it. */
  list(path: unknown, call = 'scandir'): string[] {
    const entry = this.get(path, call);
    if (entry.kind !== 'folder') throw systemError('ENOTDIR', call, path);
    const names = this.#within(full(path)).filter((name) => !name.includes('/'));
    const unused = this.#entries.get('/tmp')?.kind === 'folder' && this.#within('/tmp').length === 0;
    return names.filter((name) => !(unused && name === 'tmp' && full(path) === '/')).sort();
  }

  removeFile(path: unknown): void {
    if (this.get(path, 'unlink').kind === 'folder') throw systemError('EISDIR', 'unlink', path);
    this.#entries.delete(full(path));
  }

  removeFolder(path: unknown): void {
    if (this.list(path, 'rmdir').length > 0) throw systemError('ENOTEMPTY', 'rmdir', path);
    this.#entries.delete(full(path));
  }

  removeAll(path: unknown): void {
    const whole = full(path);
    for (const name of this.#within(whole)) this.#entries.delete(paths.join(whole, name));
    this.#entries.delete(whole);
  }

  move(from: unknown, to: unknown): void {
    const [source, target] = [full(from), full(to)];
    const entry = this.get(from, 'rename');
    this.#folderOf(to, 'rename');
    for (const name of this.#within(source)) {
      const inner = this.#entries.get(paths.join(source, name));
      if (inner) this.#entries.set(paths.join(target, name), inner);
    }
    this.removeAll(source);
    this.#entries.set(target, entry);
  }

  #folderOf(path: unknown, call: string): void {
    if (this.#entries.get(paths.dirname(full(path)))?.kind !== 'folder') throw systemError('ENOENT', call, path);
  }

  /** Everything in a folder, at any depth. */
  #within(folder: string): string[] {
    const start = folder === '/' ? '/' : `${folder}/`;
    return [...this.#entries.keys()]
      .filter((each) => each !== '/' && each.startsWith(start))
      .map((each) => each.slice(start.length));
  }
}

function full(path: unknown): string {
  const text = path instanceof Uint8Array ? new TextDecoder().decode(path) : String(path);
  return paths.resolve('/', text.startsWith('file://') ? decodeURIComponent(new URL(text).pathname) : text);
}
