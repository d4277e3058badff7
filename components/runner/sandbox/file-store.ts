// The runtime files: fetched once for all visits, unpacked, and kept as bytes in Cache Storage where there is one.
import { download, openCache, type Progress, recall } from '../download.js';

/** Where the build put each file, relative to the sandbox's folder, and how many bytes travel. */
export type BuiltFiles = Record<string, { path: string; size: number }>;

const CACHE = 'code-room-runtime';
const GZIP_MAGIC = [0x1f, 0x8b];

export class FileStore {
  constructor(
    private readonly files: BuiltFiles,
    private readonly folder: URL,
  ) {}

  /** Reads a file by its name of before the build. Rejects with a sentence if it cannot be had. */
  async read(name: string, progress: Progress): Promise<ArrayBuffer> {
    const built = this.files[name];
    const url = new URL(built?.path ?? name, this.folder);
    const cache = built && (await openCache(CACHE));
    const kept = cache && (await recall(cache, url));
    if (kept) {
      progress(built.size, built.size);
      return kept;
    }
    const bytes = await unpack(await download(url, built?.size ?? 0, progress));
    if (cache) void this.#keep(cache, url, bytes.slice(0));
    return bytes;
  }

  async #keep(cache: Cache, url: URL, bytes: ArrayBuffer): Promise<void> {
    try {
      await cache.put(url, new Response(bytes));
      const current = new Set(Object.values(this.files).map(({ path }) => new URL(path, this.folder).href));
      for (const { url: old } of await cache.keys()) {
        // Another version in another folder of this origin keeps its own.
        if (new URL('.', old).href === this.folder.href && !current.has(old)) await cache.delete(old);
      }
    } catch {
      // The disk is full or the browser forbids it: the file is simply fetched again next time.
    }
  }
}

/** Files lie packed, because many servers do not compress; some of those that do unpack by themselves. */
async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  if (GZIP_MAGIC.some((byte, index) => bytes[index] !== byte)) return bytes.buffer;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
