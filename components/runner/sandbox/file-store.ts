// Runtime files: fetched once, decompressed, and kept in Cache Storage for all visits.
import {
  type Bytes,
  brokenOff,
  counted,
  joined,
  openCache,
  openDownload,
  type Parts,
  type Progress,
  recall,
} from '../download.js';
import { gunzipped } from './gunzip.js';

/** By name: the path relative to the sandbox's folder, and the sizes, compressed and not. */
export type BuiltFiles = Record<string, { path: string; size: number; unpacked: number }>;

const CACHE = 'code-room-runtime';
const GZIP_MAGIC = [0x1f, 0x8b];

/** A prefetched file and its progress. */
interface Early {
  bytes: Promise<ArrayBuffer>;
  progress?: Parameters<Progress>;
  listener?: Progress;
}

export class FileStore {
  /** Prefetched files. */
  readonly #early = new Map<string, Early>();
  #fetched: { url: URL; bytes: ArrayBuffer }[] = [];

  constructor(
    private readonly files: BuiltFiles,
    private readonly folder: URL,
  ) {}

  /** Starts to load files that will be requested. Failures are reported to the later request. */
  expect(names: string[]): void {
    for (const name of names) {
      const progress: Progress = (loaded, total) => {
        early.progress = [loaded, total];
        early.listener?.(loaded, total);
      };
      const early: Early = { bytes: this.#read(name, progress) };
      early.bytes.catch(() => {});
      this.#early.set(name, early);
    }
  }

  /** Reads a file by its name before the build. Rejects with a sentence if it cannot be loaded. */
  read(name: string, progress: Progress): Promise<ArrayBuffer> {
    const early = this.#early.get(name);
    if (!early) return this.#read(name, progress);
    this.#early.delete(name);
    early.listener = progress;
    if (early.progress) progress(...early.progress);
    return early.bytes;
  }

  /** Writes fetched files to the cache. Not done earlier, because so much writing would slow down the start. */
  async keep(): Promise<void> {
    const fetched = this.#fetched;
    this.#fetched = [];
    const cache = fetched.length > 0 ? await openCache(CACHE) : undefined;
    if (!cache) return;
    try {
      for (const { url, bytes } of fetched) await cache.put(url, new Response(bytes));
      const current = new Set(Object.values(this.files).map(({ path }) => new URL(path, this.folder).href));
      for (const { url: old } of await cache.keys()) {
        // Another version in another folder of this origin keeps its own files.
        if (new URL('.', old).href === this.folder.href && !current.has(old)) await cache.delete(old);
      }
    } catch {
      // The disk is full or the browser forbids it: the file is fetched again next time.
    }
  }

  async #read(name: string, progress: Progress): Promise<ArrayBuffer> {
    const built = Object.hasOwn(this.files, name) ? this.files[name] : undefined;
    // Names come from the embedding page: a path among them would be fetched past the rules for other origins.
    if (!built)
      throw new Error(`The runner has no file "${name}". Give files of your own as URLs: the page fetches them.`);
    const url = new URL(built.path, this.folder);
    const cache = await openCache(CACHE);
    const kept = cache && (await recall(cache, url));
    if (kept) {
      progress(built.size, built.size);
      return kept;
    }
    const { parts } = await openDownload(url);
    const bytes = await contentOf(parts, url, built, progress);
    if (bytes.byteLength !== built.unpacked) throw brokenOff(url);
    if (cache) this.#fetched.push({ url, bytes: bytes.slice(0) });
    return bytes;
  }
}

/** Files are stored compressed, because many servers do not compress. If the server declares the compression, the browser has decompressed them already, which is faster. */
async function contentOf(
  parts: Parts,
  url: URL,
  { size, unpacked }: { size: number; unpacked: number },
  progress: Progress,
): Promise<ArrayBuffer> {
  const { value: first = new Uint8Array() } = await parts.next();
  const packed = GZIP_MAGIC.every((byte, index) => first[index] === byte);
  const all = counted(prepended(first, parts), packed ? size : unpacked, progress);
  return packed ? gunzipped(all, url) : (await joined(all)).buffer;
}

async function* prepended(first: Bytes, rest: Parts): Parts {
  yield first;
  yield* rest;
}
