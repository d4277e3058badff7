// Unpacks a file that was compressed with gzip.
import { brokenOff, type Parts } from '../download.js';

/** Rejects with a sentence about the file at `url` if its bytes end too soon or are not gzip. */
export async function gunzipped(parts: Parts, url: URL): Promise<ArrayBuffer> {
  const { readable, writable } = new DecompressionStream('gzip');
  const feed = async () => {
    const writer = writable.getWriter();
    for await (const part of parts) await writer.write(part);
    await writer.close();
  };
  const both = Promise.all([new Response(readable).arrayBuffer(), feed()]);
  // The engine's own error says neither which file it was nor what is wrong with it.
  const [content] = await both.catch(() => {
    throw brokenOff(url);
  });
  return content;
}
