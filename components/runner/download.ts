// Fetches files with progress, and finds those kept in Cache Storage, where there is one.
import { inTime } from '../../party/shared/time.js';

export type Progress = (loaded: number, total: number) => void;
export type Bytes = Uint8Array<ArrayBuffer>;
export type Parts = AsyncGenerator<Bytes, void>;

/** A disk that needs longer than this is slower than the network. */
const CACHE_LIMIT_MS = 3000;

/** Insecure pages have no Cache Storage, and browsers that block third-party storage throw. */
export async function openCache(name: string): Promise<Cache | undefined> {
  try {
    return await globalThis.caches?.open(name);
  } catch {
    return undefined;
  }
}

/** A file as it was kept before. */
export async function recall(cache: Cache, url: URL): Promise<ArrayBuffer | undefined> {
  const look = async () => (await cache.match(url))?.arrayBuffer();
  // A damaged cache is as good as none.
  return inTime(
    look().catch(() => undefined),
    CACHE_LIMIT_MS,
    () => undefined,
  );
}

/** Fetches a file. Rejects with a sentence. */
export async function download(url: URL, progress: Progress): Promise<Bytes> {
  const { parts, length } = await openDownload(url);
  return joined(counted(parts, length, progress));
}

/** The parts of a file as they come, and how many bytes travel, 0 if the server does not say. Both reject with a sentence. */
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
    // Whoever stops in the middle wants no more of it; of what has ended or failed there is nothing to cancel.
    reader.cancel().catch(() => {});
  }
}

export function brokenOff(url: URL): Error {
  return new Error(`${url.href} broke off on its way here. Check the connection, then run again.`);
}

/** Passes parts on and tells how many bytes came, of `length`; 0 if that is not known. */
export async function* counted(parts: Parts, length: number, progress: Progress): Parts {
  let loaded = 0;
  for await (const part of parts) {
    loaded += part.length;
    // A server that packs on the way tells the length of what travels.
    progress(length > 0 ? Math.min(loaded, length) : loaded, length);
    yield part;
  }
}

/** By hand: through a Response around a stream of ours Python took 7 % longer to start. */
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
