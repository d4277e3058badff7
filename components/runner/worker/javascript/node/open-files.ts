// Node's open files: each has a place in it from where it is read and written; the first three are the standard streams.
import { Buffer } from './buffer.js';
import { type Disk, fullPath, systemError } from './disk.js';
import type { NodeInput } from './input.js';
import type { Process } from './process.js';
import { outOfRange, TEXT_OR_BYTES, wrongType } from './wrong-values.js';

interface OpenFile {
  path: unknown;
  at: number;
  way: Way;
}

/** How a file is opened. */
interface Way {
  reads: boolean;
  writes: boolean;
  creates: boolean;
  truncates: boolean;
  appends: boolean;
  exclusive: boolean;
}

/** Part of the bytes that are written or read, and the place in the file, if it is not the current one. */
interface Part {
  offset?: number | null;
  length?: number | null;
  position?: number | bigint | null;
}

const INPUT = new Set<unknown>(['/dev/stdin', '/proc/self/fd/0']);
export const OPEN_CONSTANTS = {
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
  O_CREAT: 64,
  O_EXCL: 128,
  O_TRUNC: 512,
  O_APPEND: 1024,
};

function wayOf(flag: string | number): Way {
  if (typeof flag === 'number') {
    const has = (bit: number) => (flag & bit) !== 0;
    const { O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND } = OPEN_CONSTANTS;
    return {
      reads: !has(O_WRONLY),
      writes: has(O_WRONLY) || has(O_RDWR),
      creates: has(O_CREAT),
      truncates: has(O_TRUNC),
      appends: has(O_APPEND),
      exclusive: has(O_EXCL),
    };
  }
  const has = (character: string) => flag.includes(character);
  return {
    reads: has('r') || has('+'),
    writes: !has('r') || has('+'),
    creates: !has('r'),
    truncates: has('w'),
    appends: has('a'),
    exclusive: has('x'),
  };
}

export class OpenFiles {
  readonly #open = new Map<number, OpenFile>();
  /** Of the input: read, and more than was wanted. */
  #left: Uint8Array = new Uint8Array();

  constructor(
    private readonly disk: Disk,
    private readonly input: NodeInput,
    private readonly process: Process,
  ) {}

  /** The path or descriptor is that of the input. */
  isInput(path: unknown): boolean {
    return path === 0 || INPUT.has(path) || (typeof path === 'number' && INPUT.has(this.#open.get(path)?.path));
  }

  /** The standard stream of that path or descriptor, if it is one that is written. */
  outputOf(path: unknown): Process['stdout'] | undefined {
    if (typeof path === 'number' && path > 2) return this.outputOf(this.#open.get(path)?.path);
    if (path === 1 || path === '/dev/stdout') return this.process.stdout;
    return path === 2 || path === '/dev/stderr' ? this.process.stderr : undefined;
  }

  /** The path of a descriptor, or the path itself. */
  pathOf(path: unknown, call: string): unknown {
    return typeof path === 'number' ? this.#file(path, call).path : path;
  }

  open(path: unknown, flag: string | number = 'r'): number {
    const way = wayOf(flag);
    const standard = this.isInput(path) || this.outputOf(path) !== undefined;
    if (!standard) {
      const there = this.disk.has(path);
      if (!there && !way.creates) this.disk.get(path, 'open');
      if (there && way.creates && way.exclusive) throw systemError('EEXIST', 'open', path);
      if (there && way.writes && this.disk.get(path, 'open').kind === 'folder')
        throw systemError('EISDIR', 'open', path);
      if (!there || way.truncates) this.disk.write(path, new Uint8Array());
    }
    const descriptor = Math.max(2, ...this.#open.keys()) + 1;
    // It stays that file, whatever the program's folder is later.
    this.#open.set(descriptor, { path: standard ? path : fullPath(path), at: 0, way });
    return descriptor;
  }

  close(descriptor: number): void {
    if (!this.#open.delete(descriptor) && !(descriptor >= 0 && descriptor <= 2)) throw systemError('EBADF', 'close');
  }

  /** How many bytes were written: those of a text, behind which stand place and encoding, or a part of bytes. */
  write(descriptor: number, data: unknown, ...rest: unknown[]): number {
    const [bytes, at] = bytesToWrite(data, rest);
    const stream = this.outputOf(descriptor);
    if (stream) {
      stream.write(bytes);
      return bytes.length;
    }
    const file = this.#file(descriptor, 'write');
    if (!file.way.writes) throw systemError('EBADF', 'write');
    const size = this.disk.read(file.path, 'write').length;
    const from = file.way.appends ? size : (at ?? file.at);
    this.disk.writeAt(file.path, bytes, from);
    if (at === undefined) file.at = from + bytes.length;
    return bytes.length;
  }

  /** How many bytes were read into a part of the buffer. */
  read(descriptor: number, buffer: Uint8Array, ...rest: unknown[]): number {
    if (!ArrayBuffer.isView(buffer))
      throw wrongType('buffer', 'an instance of Buffer, TypedArray, or DataView', buffer);
    const [target, at] = partOf(buffer, rest);
    const input = this.isInput(descriptor);
    const bytes = input ? this.#fromInput(target.length) : this.#fromFile(descriptor, target.length, at);
    target.set(bytes);
    return bytes.length;
  }

  /** All from the current place to the end. */
  readRest(descriptor: number): Uint8Array {
    const file = this.#file(descriptor, 'fstat');
    return this.#fromFile(descriptor, this.disk.read(file.path).length, undefined);
  }

  /** All of the input that nobody has read. */
  inputRest(): Uint8Array {
    const rest = Buffer.concat([this.#left, new TextEncoder().encode(this.input.rest())]);
    this.#left = new Uint8Array();
    return rest;
  }

  #file(descriptor: number, call: string): OpenFile {
    const file = this.#open.get(descriptor);
    if (!file) throw systemError('EBADF', call);
    return file;
  }

  #fromFile(descriptor: number, length: number, at: number | undefined): Uint8Array {
    const file = this.#file(descriptor, 'read');
    if (!file.way.reads) throw systemError('EBADF', 'read');
    const from = at ?? file.at;
    const bytes = this.disk.read(file.path).subarray(from, from + length);
    if (at === undefined) file.at += bytes.length;
    return bytes;
  }

  #fromInput(length: number): Uint8Array {
    if (this.#left.length === 0) this.#left = new TextEncoder().encode(this.input.chunk() ?? '');
    const bytes = this.#left.subarray(0, length);
    this.#left = this.#left.subarray(bytes.length);
    return bytes;
  }
}

function bytesToWrite(data: unknown, rest: unknown[]): [bytes: Uint8Array, at: number | undefined] {
  if (ArrayBuffer.isView(data)) return partOf(data, rest);
  if (typeof data !== 'string') throw wrongType('buffer', TEXT_OR_BYTES, data);
  const [position, encoding] = rest;
  return [Buffer.from(data, typeof encoding === 'string' ? encoding : 'utf8'), placeOf(position)];
}

/** Behind the bytes stand offset, length and position, or an object that has them. */
function partOf(data: ArrayBufferView, rest: unknown[]): [part: Uint8Array, at: number | undefined] {
  const whole = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const [first, second, third] = rest;
  const given = (typeof first === 'object' && first !== null ? first : undefined) as Part | undefined;
  const part = given ?? ({ offset: first, length: second, position: third } as Part);
  const offset = part.offset ?? 0;
  const length = part.length ?? whole.length - offset;
  within('offset', offset, whole.length);
  within('length', length, whole.length - offset);
  return [whole.subarray(offset, offset + length), placeOf(part.position)];
}

/** Less than nothing is the current place, as is none. */
function placeOf(position: unknown): number | undefined {
  const place = typeof position === 'bigint' ? Number(position) : position;
  return typeof place === 'number' && place >= 0 ? place : undefined;
}

function within(name: string, value: number, most: number): void {
  if (value >= 0 && value <= most) return;
  throw outOfRange(name, value < 0 ? '>= 0' : `<= ${most}`, value);
}
