// The disk of a program in memory: files that grow by doubling, in folders that may be listed.

export type Bytes = Uint8Array<ArrayBuffer>;

export class DiskFile {
  #bytes: Bytes;
  #length: number;

  constructor(bytes: Bytes = new Uint8Array()) {
    this.#bytes = bytes;
    this.#length = bytes.length;
  }

  get size(): number {
    return this.#length;
  }

  /** What it holds; not a copy. */
  get content(): Bytes {
    return this.#bytes.subarray(0, this.#length);
  }

  read(at: number, length: number): Bytes {
    return this.#bytes.subarray(Math.min(at, this.#length), Math.min(at + length, this.#length));
  }

  write(at: number, bytes: Uint8Array): void {
    this.#reach(at + bytes.length);
    this.#bytes.set(bytes, at);
  }

  resize(length: number): void {
    if (length < this.#length) this.#bytes.fill(0, length, this.#length);
    this.#reach(length);
    this.#length = length;
  }

  #reach(length: number): void {
    if (length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(length, 2 * this.#bytes.length, 1024));
      grown.set(this.content);
      this.#bytes = grown;
    }
    this.#length = Math.max(this.#length, length);
  }
}

/** Names of its files and folders are whole paths without a slash before or after; the root is the empty path. */
export class Disk {
  readonly files = new Map<string, DiskFile>();
  readonly folders = new Set<string>(['']);

  add(path: string, bytes: Bytes): void {
    this.files.set(path, new DiskFile(bytes));
    for (let folder = parentOf(path); !this.folders.has(folder); folder = parentOf(folder)) this.folders.add(folder);
  }

  has(path: string): boolean {
    return this.files.has(path) || this.folders.has(path);
  }

  /** What stands in a folder, by name. */
  list(folder: string): string[] {
    const start = folder === '' ? '' : `${folder}/`;
    const within = [...this.files.keys(), ...this.folders].filter((path) => path !== folder && path.startsWith(start));
    return within.map((path) => path.slice(start.length)).filter((name) => name !== '' && !name.includes('/'));
  }
}

export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A path as a program says it, from a folder; undefined if it leads out of the disk. */
export function resolved(folder: string, path: string): string | undefined {
  const parts: string[] = path.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
