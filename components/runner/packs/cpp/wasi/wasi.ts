// The system that a WebAssembly program of WASI's first preview finds: a disk in memory, three streams, a clock, nothing else.
import type { Disk, DiskFile } from './disk.js';
import { ERRNO, FILE_TYPE } from './errno.js';
import { Memory } from './memory.js';
import { APPEND, type Call, openAtFirst, ROOT } from './open-files.js';
import { pathCalls } from './path-calls.js';

/** What a program is given. `read` answers with at most so many bytes, none at the end of the input. */
interface World {
  args: readonly string[];
  disk: Disk;
  read(most: number): Uint8Array | Promise<Uint8Array>;
  write(stream: 'stdout' | 'stderr', bytes: Uint8Array): void;
  /** In place of the engine's random numbers. */
  random?(bytes: Uint8Array): void;
  /** It waits for time to pass. */
  sleep?(ms: number): void | Promise<void>;
}

const RIGHTS = 0x1fff_ffffn;
/** Without these two a stream is a terminal. */
const SEEK_AND_TELL = (1n << 2n) | (1n << 5n);
/** Engines give no more at once. */
const RANDOM_PIECE = 65_536;

export class Wasi {
  /** What the program said to end with. */
  exit: number | undefined;
  readonly #memory = new Memory();
  readonly #open = openAtFirst();

  constructor(private readonly world: World) {}

  /** To be called before the program begins. */
  attach(memory: WebAssembly.Memory): void {
    this.#memory.attach(memory);
  }

  /** What `module` imports: what is not given here ends in "not supported". `waiting` makes a function of one that may give a promise. */
  imports(module: WebAssembly.Module, waiting: (call: Call) => Call = (call) => call): WebAssembly.ModuleImports {
    const given = this.#calls();
    const waits = new Set(['fd_read', 'poll_oneoff']);
    const names = WebAssembly.Module.imports(module).filter(({ module }) => module === 'wasi_snapshot_preview1');
    return Object.fromEntries(
      names.map(({ name }) => {
        const call = Object.hasOwn(given, name) ? given[name] : undefined;
        const value: Call = call ?? (() => ERRNO.notSupported);
        return [name, waits.has(name) ? waiting(value) : value];
      }),
    ) as WebAssembly.ModuleImports;
  }

  #calls(): Record<string, Call> {
    const memory = this.#memory;
    const { world } = this;
    return {
      args_get: (table: number, at: number) => memory.strings(world.args, table, at),
      args_sizes_get: (count: number, size: number) => memory.sizes(world.args, count, size),
      environ_get: () => ERRNO.success,
      environ_sizes_get: (count: number, size: number) => memory.sizes([], count, size),
      clock_res_get: (_clock: number, at: number) => memory.u64(at, 1_000n),
      clock_time_get: (clock: number, _precision: bigint, at: number) => memory.u64(at, time(clock)),
      random_get: (at: number, length: number) => this.#random(at, length),
      sched_yield: () => ERRNO.success,
      // It ends in the trap that comes after: what is thrown from here a program could catch.
      proc_exit: (status: number) => {
        // What a shell has of it.
        this.exit = status & 255;
        return undefined;
      },
      poll_oneoff: (subscriptions: number, events: number, count: number, done: number) =>
        this.#poll(subscriptions, events, count, done),
      ...this.#streams(),
      ...this.#files(),
      ...pathCalls(memory, world.disk, this.#open),
    };
  }

  #streams(): Record<string, Call> {
    const memory = this.#memory;
    return {
      fd_read: (fd: number, pieces: number, count: number, done: number) => this.#read(fd, pieces, count, done),
      fd_pread: (fd: number, pieces: number, count: number, at: bigint, done: number) => {
        const open = this.#open.get(fd);
        if (open?.kind !== 'file') return ERRNO.badFile;
        return memory.u32(done, this.#fill(open.file, Number(at), pieces, count));
      },
      fd_write: (fd: number, pieces: number, count: number, done: number) => {
        const open = this.#open.get(fd);
        if (open?.kind === 'stdout' || open?.kind === 'stderr') {
          let size = 0;
          for (const piece of memory.pieces(pieces, count)) {
            this.world.write(open.kind, piece);
            size += piece.length;
          }
          return memory.u32(done, size);
        }
        if (open?.kind !== 'file') return ERRNO.badFile;
        if (open.append) open.at = open.file.size;
        const size = this.#store(open.file, open.at, pieces, count);
        open.at += size;
        return memory.u32(done, size);
      },
      fd_pwrite: (fd: number, pieces: number, count: number, at: bigint, done: number) => {
        const open = this.#open.get(fd);
        if (open?.kind !== 'file') return ERRNO.badFile;
        return memory.u32(done, this.#store(open.file, Number(at), pieces, count));
      },
      fd_seek: (fd: number, by: bigint, from: number, done: number) => {
        const open = this.#open.get(fd);
        if (open?.kind !== 'file') return open ? ERRNO.pipe : ERRNO.badFile;
        const start = [0, open.at, open.file.size][from];
        const at = start === undefined ? -1 : start + Number(by);
        if (at < 0) return ERRNO.invalid;
        open.at = at;
        return memory.u64(done, BigInt(at));
      },
      fd_tell: (fd: number, done: number) => {
        const open = this.#open.get(fd);
        return open?.kind === 'file' ? memory.u64(done, BigInt(open.at)) : ERRNO.pipe;
      },
    };
  }

  #files(): Record<string, Call> {
    const memory = this.#memory;
    return {
      fd_close: (fd: number) => (this.#open.delete(fd) ? ERRNO.success : ERRNO.badFile),
      fd_sync: () => ERRNO.success,
      fd_datasync: () => ERRNO.success,
      fd_advise: () => ERRNO.success,
      fd_fdstat_set_flags: () => ERRNO.success,
      fd_fdstat_get: (fd: number, at: number) => {
        const open = this.#open.get(fd);
        if (!open) return ERRNO.badFile;
        const type =
          open.kind === 'file' ? FILE_TYPE.file : open.kind === 'folder' ? FILE_TYPE.folder : FILE_TYPE.terminal;
        const append = open.kind === 'file' && open.append ? APPEND : 0;
        return memory.fileState(at, type, append, type === FILE_TYPE.terminal ? RIGHTS & ~SEEK_AND_TELL : RIGHTS);
      },
      fd_filestat_get: (fd: number, at: number) => {
        const open = this.#open.get(fd);
        if (!open) return ERRNO.badFile;
        if (open.kind === 'file') return memory.statistics(at, FILE_TYPE.file, open.path, open.file);
        return memory.statistics(at, open.kind === 'folder' ? FILE_TYPE.folder : FILE_TYPE.terminal, open.kind);
      },
      fd_filestat_set_size: (fd: number, size: bigint) => {
        const open = this.#open.get(fd);
        if (open?.kind !== 'file') return ERRNO.badFile;
        open.file.resize(Number(size));
        return ERRNO.success;
      },
      fd_filestat_set_times: () => ERRNO.success,
      fd_prestat_get: (fd: number, at: number) => (fd === ROOT ? memory.preopened(at, 1) : ERRNO.badFile),
      fd_prestat_dir_name: (fd: number, at: number, length: number) =>
        fd === ROOT ? memory.text('/', at, length) : ERRNO.badFile,
      fd_readdir: (fd: number, at: number, length: number, cookie: bigint, done: number) => {
        const open = this.#open.get(fd);
        if (open?.kind !== 'folder') return ERRNO.notFolder;
        const { disk } = this.world;
        const start = open.path === '' ? '' : `${open.path}/`;
        const entries = disk
          .list(open.path)
          .map((name) => ({ name, type: disk.folders.has(start + name) ? FILE_TYPE.folder : FILE_TYPE.file }));
        return memory.entries(entries, Number(cookie), at, length, done);
      },
      fd_renumber: (from: number, to: number) => {
        const open = this.#open.get(from);
        if (!open) return ERRNO.badFile;
        this.#open.set(to, open);
        this.#open.delete(from);
        return ERRNO.success;
      },
    };
  }

  #read(fd: number, pieces: number, count: number, done: number): number | Promise<number> {
    const open = this.#open.get(fd);
    if (open?.kind === 'file') {
      const size = this.#fill(open.file, open.at, pieces, count);
      open.at += size;
      return this.#memory.u32(done, size);
    }
    if (open?.kind === 'folder') return ERRNO.isFolder;
    if (open?.kind !== 'stdin') return ERRNO.badFile;
    const capacity = this.#memory.pieces(pieces, count).reduce((size, piece) => size + piece.length, 0);
    // The memory may have grown while somebody thought about the answer.
    const take = (bytes: Uint8Array) => {
      let at = 0;
      for (const piece of this.#memory.pieces(pieces, count)) {
        const part = bytes.subarray(at, at + piece.length);
        piece.set(part);
        at += part.length;
      }
      return this.#memory.u32(done, at);
    };
    const read = this.world.read(capacity);
    return read instanceof Promise ? read.then(take) : take(read);
  }

  #fill(file: DiskFile, from: number, pieces: number, count: number): number {
    let at = from;
    for (const piece of this.#memory.pieces(pieces, count)) {
      const part = file.read(at, piece.length);
      piece.set(part);
      at += part.length;
    }
    return at - from;
  }

  #store(file: DiskFile, from: number, pieces: number, count: number): number {
    let at = from;
    for (const piece of this.#memory.pieces(pieces, count)) {
      file.write(at, piece);
      at += piece.length;
    }
    return at - from;
  }

  #random(at: number, length: number): number {
    const bytes = this.#memory.bytes(at, length);
    if (this.world.random) this.world.random(bytes);
    else
      for (let from = 0; from < length; from += RANDOM_PIECE)
        crypto.getRandomValues(bytes.subarray(from, from + RANDOM_PIECE) as Uint8Array<ArrayBuffer>);
    return ERRNO.success;
  }

  /** Waits for the clock it names first, or not at all for a stream, which is always ready. */
  #poll(subscriptions: number, events: number, count: number, done: number): number | Promise<number> {
    const { ready, ms } = this.#memory.waits(subscriptions, count, time);
    const tell = () => this.#memory.happened(events, done, ready);
    const slept = ms > 0 ? this.world.sleep?.(ms) : undefined;
    return slept instanceof Promise ? slept.then(tell) : tell();
  }
}

/** Nanoseconds: of the day for the first clock, since some moment for the others. */
function time(clock: number): bigint {
  const ms = clock === 0 ? Date.now() : performance.now();
  return BigInt(Math.round(ms * 1_000)) * 1_000n;
}
