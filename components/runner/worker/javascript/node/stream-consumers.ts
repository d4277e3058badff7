// Node's `stream/consumers`: all of a stream at once.
import { Buffer } from './buffer.js';

type Source = AsyncIterable<unknown> | Iterable<unknown>;

async function blob(stream: Source): Promise<Blob> {
  const parts: BlobPart[] = [];
  for await (const part of stream) parts.push(part as BlobPart);
  return new Blob(parts);
}

const arrayBuffer = async (stream: Source) => (await blob(stream)).arrayBuffer();

async function text(stream: Source): Promise<string> {
  const decoder = new TextDecoder();
  let whole = '';
  for await (const part of stream) {
    // A character may stand in two parts.
    whole += typeof part === 'string' ? part : decoder.decode(part as BufferSource, { stream: true });
  }
  return whole + decoder.decode();
}

export const consumers = {
  arrayBuffer,
  blob,
  buffer: async (stream: Source) => Buffer.from(await arrayBuffer(stream)),
  text,
  json: async (stream: Source): Promise<unknown> => JSON.parse(await text(stream)),
};
