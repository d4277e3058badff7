// Downloads files with progress, and finds those in Cache Storage.
import { inTime } from '../../party/shared/time.js';

export type Progress = (loaded: number, total: number) => void;
export type Bytes = Uint8Array<ArrayBuffer>;
export type Parts = AsyncGenerator<Bytes, void>;

/** If the disk takes longer than this, the network is faster. */
const CACHE_LIMIT_MS = 3000;

/** Cache Storage is missing on insecure pages, and throws in browsers that block third-party storage. */
export async function openCache(name: string): Promise<Cache | undefined> {
  try {
    return await globalThis.caches?.open(name);
  } catch {
    return undefined;
  }
}

/** Reads a cached file. */
export async function recall(cache: Cache, url: URL): Promise<ArrayBuffer | undefined> {
  const look = async () => (await cache.match(url))?.arrayBuffer();
  // A damaged cache counts as empty.
  return inTime(
    look().catch(() => undefined),
    CACHE_LIMIT_MS,
    () => undefined,
  );
}

/** Downloads a file. Rejects with a sentence. */
export async function download(url: URL, progress: Progress): Promise<Bytes> {
  const { parts, length } = await openDownload(url);
  return joined(counted(parts, length, progress));
}

/** The chunks of a file as they arrive, and its transfer size, 0 if unknown. Both reject with a sentence. */
export async function openDownload(url: URL, cache?: RequestCache): Promise<{ parts: Parts; length: number }> {
  const response = await fetch(url, { credentials: 'omit', ...(cache && { cache }) }).catch(() => {
    throw new Error(`${url.href} cannot be reached. Check the connection, then run again.`);
  });
  if (!response.ok || !response.body) {
    throw new Error(
      `${url.href} answers with status ${response.status}. Run again; if it stays so, that file is missing there.`,
    );
  }
  return { parts: partsOf(response.body, url), length: Number(response.headers.get('content-length')) };
}

async function* partsOf(body: ReadableStream<Bytes>, url: URL): Parts {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw brokenOff(url);
      });
      if (done) return;
      yield value;
    }
  } finally {
    // When the consumer stops early, the rest is not wanted; a finished or failed stream cannot be cancelled.
    reader.cancel().catch(() => {});
  }
}

export function brokenOff(url: URL): Error {
  return new Error(`${url.href} broke off on its way here. Check the connection, then run again.`);
}

/** Passes chunks on and reports progress; `length` is 0 if unknown. */
export async function* counted(parts: Parts, length: number, progress: Progress): Parts {
  let loaded = 0;
  for await (const part of parts) {
    loaded += part.length;
    // With compression, Content-Length is the compressed size, so it may be exceeded.
    progress(length > 0 ? Math.min(loaded, length) : loaded, length);
    yield part;
  }
}

/** By hand, because a Response around our own stream made Python start 7 % slower. */
export async function joined(parts: Parts): Promise<Bytes> {
  const all: Bytes[] = [];
  for await (const part of parts) all.push(part);
  const whole = new Uint8Array(all.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of all) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
