// Fetches files with progress, and finds those kept in Cache Storage, where there is one.

export type Progress = (loaded: number, total: number) => void;

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
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, CACHE_LIMIT_MS));
  // A damaged cache is as good as none.
  return Promise.race([look().catch(() => undefined), late]);
}

/** Fetches a file. Rejects with a sentence. */
export async function download(url: URL, progress: Progress): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(await openDownload(url, 0, progress)).arrayBuffer());
}

/** A file as it comes; `size` is 0 if it is not known before. Rejects with a sentence. */
export async function openDownload(
  url: URL,
  size: number,
  progress: Progress,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const response = await fetch(url, { credentials: 'omit' }).catch(() => {
    throw new Error(`${url.href} cannot be reached. Check the connection, then run again.`);
  });
  if (!response.ok || !response.body) {
    throw new Error(
      `${url.href} answers with status ${response.status}. Run again; if it stays so, that file is missing there.`,
    );
  }
  const length = size || Number(response.headers.get('content-length'));
  let loaded = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(part, controller) {
      loaded += part.length;
      // A server that unpacks on the way sends more bytes than the build counted.
      progress(length > 0 ? Math.min(loaded, length) : loaded, length);
      controller.enqueue(part);
    },
  });
  return response.body.pipeThrough(counter);
}
