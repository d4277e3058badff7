// The runtime files: fetched once for all visits, unpacked, and kept as bytes in Cache Storage where there is one.

/** Where the build put each file, relative to the sandbox's folder, and how many bytes travel. */
export type BuiltFiles = Record<string, { path: string; size: number }>;

type Progress = (loaded: number, total: number) => void;

const CACHE = 'code-room-runtime';
/** A disk that needs longer than this is slower than the network. */
const CACHE_LIMIT_MS = 3000;
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
    const cache = built && (await openCache());
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

/** Insecure pages have no Cache Storage, and browsers that block third-party storage throw. */
async function openCache(): Promise<Cache | undefined> {
  try {
    return await globalThis.caches?.open(CACHE);
  } catch {
    return undefined;
  }
}

async function recall(cache: Cache, url: URL): Promise<ArrayBuffer | undefined> {
  const look = async () => (await cache.match(url))?.arrayBuffer();
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, CACHE_LIMIT_MS));
  // A damaged cache is as good as none.
  return Promise.race([look().catch(() => undefined), late]);
}

async function download(url: URL, size: number, progress: Progress): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, { credentials: 'omit' }).catch(() => {
    throw new Error(`${url.href} cannot be reached. Check the connection, then run again.`);
  });
  if (!response.ok || !response.body) {
    throw new Error(
      `${url.href} answers with status ${response.status}. Run again; if it stays so, the sandbox is not installed complete.`,
    );
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    loaded += part.value.length;
    // A server that unpacks on the way sends more bytes than the build counted.
    progress(size > 0 ? Math.min(loaded, size) : loaded, size);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Files lie packed, because many servers do not compress; some of those that do unpack by themselves. */
async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  if (GZIP_MAGIC.some((byte, index) => bytes[index] !== byte)) return bytes.buffer;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
