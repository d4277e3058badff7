// The runtime files: fetched once for all visits, unpacked, and kept as bytes in Cache Storage where there is one.
import { openCache, openDownload, type Progress, recall } from '../download.js';

/** Where the build put each file, relative to the sandbox's folder, and how many bytes travel. */
export type BuiltFiles = Record<string, { path: string; size: number }>;

const CACHE = 'code-room-runtime';
const GZIP_MAGIC = [0x1f, 0x8b];

/** A file that was begun before it was asked for, and how far it has come. */
interface Early {
  bytes: Promise<ArrayBuffer>;
  progress?: Parameters<Progress>;
  listener?: Progress;
}

type Stream = ReadableStream<Uint8Array<ArrayBuffer>>;

export class FileStore {
  /** Asked for ahead of time. */
  readonly #early = new Map<string, Early>();
  #fetched: { url: URL; bytes: ArrayBuffer }[] = [];

  constructor(
    private readonly files: BuiltFiles,
    private readonly folder: URL,
  ) {}

  /** Begins to read what will be asked for, so that it is on its way before. What fails is told to who asks. */
  expect(names: string[]): void {
    for (const name of names) {
      const heard: Progress = (loaded, total) => {
        early.progress = [loaded, total];
        early.listener?.(loaded, total);
      };
      const early: Early = { bytes: this.#read(name, heard) };
      early.bytes.catch(() => {});
      this.#early.set(name, early);
    }
  }

  /** Reads a file by its name of before the build. Rejects with a sentence if it cannot be had. */
  read(name: string, progress: Progress): Promise<ArrayBuffer> {
    const early = this.#early.get(name);
    if (!early) return this.#read(name, progress);
    this.#early.delete(name);
    early.listener = progress;
    if (early.progress) progress(...early.progress);
    return early.bytes;
  }

  /** Keeps what was fetched for the next visit. Writing so much would slow down the start that it was fetched for. */
  async keep(): Promise<void> {
    const fetched = this.#fetched;
    this.#fetched = [];
    const cache = fetched.length > 0 ? await openCache(CACHE) : undefined;
    if (!cache) return;
    try {
      for (const { url, bytes } of fetched) await cache.put(url, new Response(bytes));
      const current = new Set(Object.values(this.files).map(({ path }) => new URL(path, this.folder).href));
      for (const { url: old } of await cache.keys()) {
        // Another version in another folder of this origin keeps its own.
        if (new URL('.', old).href === this.folder.href && !current.has(old)) await cache.delete(old);
      }
    } catch {
      // The disk is full or the browser forbids it: the file is simply fetched again next time.
    }
  }

  async #read(name: string, progress: Progress): Promise<ArrayBuffer> {
    const built = this.files[name];
    const url = new URL(built?.path ?? name, this.folder);
    const cache = built && (await openCache(CACHE));
    const kept = cache && (await recall(cache, url));
    if (kept) {
      progress(built.size, built.size);
      return kept;
    }
    const bytes = await new Response(await unpacked(await openDownload(url, built?.size ?? 0, progress))).arrayBuffer();
    if (cache) this.#fetched.push({ url, bytes: bytes.slice(0) });
    return bytes;
  }
}

/** Files lie packed, because many servers do not compress; some of those that do unpack by themselves. */
async function unpacked(stream: Stream): Promise<Stream> {
  const reader = stream.getReader();
  const first = await reader.read();
  const whole: Stream = new ReadableStream({
    start(controller) {
      if (first.done) controller.close();
      else controller.enqueue(first.value);
    },
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  const packed = GZIP_MAGIC.every((byte, index) => first.value?.[index] === byte);
  return packed ? whole.pipeThrough(new DecompressionStream('gzip')) : whole;
}
