// The program's file system: files and folders in memory, initially the room's files, for the time of the run.
import type { ProgramFile } from '../../../messages.js';
import { path as paths, workingDirectory } from './path.js';
import { check } from './wrong-values.js';

interface Folder {
  kind: 'folder';
  changed: number;
}

interface File {
  kind: 'file';
  bytes: Uint8Array;
  changed: number;
  /** What the bytes are the beginning of, where there is room for more: a file that grows by lines is not copied for each. */
  capacity?: Uint8Array;
}

type Entry = Folder | File;

const ERRORS: Readonly<Record<string, [errno: number, says: string]>> = {
  ENOENT: [-2, 'no such file or directory'],
  EBADF: [-9, 'bad file descriptor'],
  EBUSY: [-16, 'resource busy or locked'],
  EEXIST: [-17, 'file already exists'],
  ENOTDIR: [-20, 'not a directory'],
  EISDIR: [-21, 'illegal operation on a directory'],
  EINVAL: [-22, 'invalid argument'],
  ENOTEMPTY: [-39, 'directory not empty'],
};

/** An error like those of Node's file system; `dest` is where something was to come to. */
export function systemError(code: string, syscall: string, path?: unknown, dest?: unknown): Error {
  const [errno, says] = ERRORS[code] ?? [-1, 'unknown error'];
  const names = Object.entries({ path, dest }).filter(([, name]) => name !== undefined);
  const where = names.map(([, name]) => `'${textOf(name)}'`).join(' -> ');
  const error = new Error(`${code}: ${says}, ${syscall}${where && ` ${where}`}`);
  return Object.assign(error, {
    ...{ errno, code, syscall },
    ...Object.fromEntries(names.map(([key, name]) => [key, textOf(name)])),
  });
}

export class Disk {
  readonly #entries = new Map<string, Entry>();

  constructor(files: readonly ProgramFile[]) {
    this.#entries.set('/', { kind: 'folder', changed: Date.now() });
    for (const { name, text } of files) {
      if (name.includes('/')) this.makeFolder(paths.dirname(fullPath(name)), true);
      this.write(name, new TextEncoder().encode(text), 'open');
    }
    if (!this.has('/tmp')) this.makeFolder('/tmp', true);
  }

  has(path: unknown): boolean {
    return this.#entries.has(fullPath(path));
  }

  get(path: unknown, call: string, dest?: unknown): Entry {
    const whole = fullPath(path);
    const entry = this.#entries.get(whole);
    if (!entry) throw systemError(this.#lacking(whole), call, path, dest);
    return entry;
  }

  read(path: unknown, call = 'open'): Uint8Array {
    const entry = this.get(path, call);
    if (entry.kind === 'folder') throw systemError('EISDIR', 'read');
    return entry.bytes;
  }

  write(path: unknown, bytes: Uint8Array, call = 'open'): void {
    this.#folderOf(path, call);
    if (this.#entries.get(fullPath(path))?.kind === 'folder') throw systemError('EISDIR', call, path);
    this.#entries.set(fullPath(path), { kind: 'file', bytes, changed: Date.now() });
  }

  /** Over what stands there, and further; what lies between the end and that place is zeros. */
  writeAt(path: unknown, added: Uint8Array, at: number): void {
    const file = this.get(path, 'write');
    if (file.kind === 'folder') throw systemError('EISDIR', 'write', path);
    const size = Math.max(file.bytes.length, at + added.length);
    if (!file.capacity || file.capacity.length < size) {
      const before = file.bytes;
      file.capacity = new Uint8Array(Math.max(size, before.length * 2));
      file.capacity.set(before);
    }
    file.capacity.set(added, at);
    file.bytes = file.capacity.subarray(0, size);
    file.changed = Date.now();
  }

  /** The first new folder. */
  makeFolder(path: unknown, recursive: boolean): string | undefined {
    const whole = fullPath(path);
    // Where the program's folder has gone, nothing can be made from there.
    if (!textOf(path).startsWith('/') && !this.#entries.has(workingDirectory.path))
      throw systemError('ENOENT', 'mkdir', path);
    const there = this.#entries.get(whole);
    if (there) {
      if (recursive && there.kind === 'folder') return undefined;
      throw systemError('EEXIST', 'mkdir', path);
    }
    const above = paths.dirname(textOf(path));
    const first = recursive && !this.has(above) ? this.makeFolder(above, true) : undefined;
    this.#folderOf(path, 'mkdir');
    this.#entries.set(whole, { kind: 'folder', changed: Date.now() });
    return first ?? textOf(path);
  }

  /** The program's folder is that one from now on. */
  enter(path: unknown): void {
    check('directory', 'string', path);
    const whole = fullPath(path);
    const refuse = (code: string) => systemError(code, 'chdir', workingDirectory.path, path);
    const entry = this.#entries.get(whole);
    if (!entry) throw refuse(this.#lacking(whole));
    if (entry.kind === 'file') throw refuse('ENOTDIR');
    workingDirectory.path = whole;
  }

  /** The sorted names in a folder; `/tmp`, which is there always, is left out while nothing is in it. */
  list(path: unknown, call = 'scandir'): string[] {
    const entry = this.get(path, call);
    if (entry.kind !== 'folder') throw systemError('ENOTDIR', call, path);
    const names = this.#within(fullPath(path)).filter((name) => !name.includes('/'));
    const unused = this.#entries.get('/tmp')?.kind === 'folder' && this.#within('/tmp').length === 0;
    return names.filter((name) => !(unused && name === 'tmp' && fullPath(path) === '/')).sort();
  }

  removeFile(path: unknown): void {
    if (this.get(path, 'unlink').kind === 'folder') throw systemError('EISDIR', 'unlink', path);
    this.#entries.delete(fullPath(path));
  }

  removeFolder(path: unknown): void {
    if (this.list(path, 'rmdir').length > 0) throw systemError('ENOTEMPTY', 'rmdir', path);
    if (fullPath(path) === '/') throw systemError('EBUSY', 'rmdir', path);
    this.#entries.delete(fullPath(path));
  }

  removeAll(path: unknown): void {
    const whole = fullPath(path);
    if (whole === '/') throw systemError('EBUSY', 'rmdir', path);
    for (const name of this.#within(whole)) this.#entries.delete(paths.join(whole, name));
    this.#entries.delete(whole);
  }

  copy(from: unknown, to: unknown, exclusive: boolean): void {
    const [entry, target] = [this.get(from, 'copyfile', to), fullPath(to)];
    const there = this.#entries.get(target);
    if (exclusive && there) throw systemError('EEXIST', 'copyfile', from, to);
    if (entry.kind === 'folder' || there?.kind === 'folder') throw systemError('EISDIR', 'copyfile', from, to);
    this.#folderOf(to, 'copyfile', from);
    if (entry !== there) this.#entries.set(target, { kind: 'file', bytes: entry.bytes.slice(), changed: Date.now() });
  }

  move(from: unknown, to: unknown): void {
    const [source, target] = [fullPath(from), fullPath(to)];
    const entry = this.get(from, 'rename', to);
    this.#folderOf(to, 'rename', from);
    if (source === target) return;
    const refuse = (code: string) => systemError(code, 'rename', from, to);
    if (source === '/' || target === '/') throw refuse('EBUSY');
    if (target.startsWith(`${source}/`)) throw refuse('EINVAL');
    const there = this.#entries.get(target);
    if (there?.kind === 'folder' && entry.kind === 'file') throw refuse('EISDIR');
    if (there?.kind === 'folder' && this.#within(target).length > 0) throw refuse('ENOTEMPTY');
    if (there?.kind === 'file' && entry.kind === 'folder') throw refuse('ENOTDIR');
    for (const name of this.#within(source)) {
      const inner = this.#entries.get(paths.join(source, name));
      if (inner) this.#entries.set(paths.join(target, name), inner);
    }
    this.removeAll(source);
    this.#entries.set(target, entry);
  }

  /** Throws if there is no folder for that path; what comes there `from` another is named so. */
  #folderOf(path: unknown, call: string, from?: unknown): void {
    const whole = fullPath(path);
    if (this.#entries.get(paths.dirname(whole))?.kind === 'folder') return;
    throw from === undefined
      ? systemError(this.#lacking(whole), call, path)
      : systemError(this.#lacking(whole), call, from, path);
  }

  /** Nothing is below a file. */
  #lacking(whole: string): 'ENOENT' | 'ENOTDIR' {
    let above = paths.resolve('/', paths.dirname(whole));
    while (!this.#entries.has(above)) above = paths.dirname(above);
    return this.#entries.get(above)?.kind === 'file' ? 'ENOTDIR' : 'ENOENT';
  }

  /** Everything in a folder, at any depth. */
  #within(folder: string): string[] {
    const start = folder === '/' ? '/' : `${folder}/`;
    return [...this.#entries.keys()]
      .filter((each) => each !== '/' && each.startsWith(start))
      .map((each) => each.slice(start.length));
  }
}

/** As it is written, be it in bytes or in an address. */
export function textOf(path: unknown): string {
  const text = path instanceof Uint8Array ? new TextDecoder().decode(path) : String(path);
  return text.startsWith('file://') ? decodeURIComponent(new URL(text).pathname) : text;
}

/** From the root; nothing has the empty path. */
export function fullPath(path: unknown): string {
  const text = textOf(path);
  return text && paths.resolve(text);
}
