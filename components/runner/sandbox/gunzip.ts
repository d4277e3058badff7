// Unpacks a file that lies packed by gzip.
import { brokenOff, type Parts } from '../download.js';

/** Rejects with a sentence about the file at `url` if its bytes end too soon, or are none that gzip has made. */
export async function gunzipped(parts: Parts, url: URL): Promise<ArrayBuffer> {
  const { readable, writable } = new DecompressionStream('gzip');
  const feed = async () => {
    const writer = writable.getWriter();
    for await (const part of parts) await writer.write(part);
    await writer.close();
  };
  const both = Promise.all([new Response(readable).arrayBuffer(), feed()]);
  // Of what ends too soon, or is none, engines say no more than that.
  const [content] = await both.catch(() => {
    throw brokenOff(url);
  });
  return content;
}
