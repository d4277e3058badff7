// The files in a .zip that somebody brings, as if they had brought its folder: stored or deflated ones, as every computer makes them.
import { PAGE_LIMITS } from '../../party/shared/page-limits.js';
import { type Picked, pickedByName } from './picked-files.js';

const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;
/** The end is followed by a remark of two bytes' length at most. */
const REMARK_BYTES = 0xffff;
const ENCRYPTED = 1;
const UTF8 = 0x0800;
/** Larger ones are films and backups. */
const ZIP_BYTES = 64 * 1024 * 1024;

/** Null when it is no .zip, or a broken one. A file in it that cannot be read is there without its content. */
export async function unzipped(zip: File): Promise<Picked | null> {
  if (!/\.zip$/i.test(zip.name) || zip.size > ZIP_BYTES) return null;
  const buffer = await zip.arrayBuffer().catch(() => null);
  if (!buffer) return null;
  try {
    const entries = [...directory(new DataView(buffer))].filter(({ name }) => !name.endsWith('/'));
    const files = pickedByName(entries);
    return {
      leftOut: files.leftOut,
      tooMany: files.tooMany,
      files: await Promise.all(
        files.picked.map(async (entry) => ({ name: entry.name, file: await content(entry, buffer).catch(() => null) })),
      ),
    };
  } catch {
    return null; // It points to where there is nothing.
  }
}

interface Entry {
  name: string;
  method: number;
  encrypted: boolean;
  from: number;
  packed: number;
}

/** Throws RangeError when it is no zip. */
function* directory(view: DataView<ArrayBuffer>): Generator<Entry> {
  let end = view.byteLength - END_BYTES;
  const first = Math.max(0, end - REMARK_BYTES);
  while (end >= first && view.getUint32(end, true) !== END) end--;
  if (end < first) throw new RangeError('It has no end.');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== CENTRAL) throw new RangeError('It is broken.');
    const flags = view.getUint16(at + 8, true);
    const [name, extra, remark] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as [
      number,
      number,
      number,
    ];
    const local = view.getUint32(at + 42, true);
    yield {
      name: nameIn(new Uint8Array(view.buffer, at + 46, name), (flags & UTF8) !== 0),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & ENCRYPTED) !== 0,
      from: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
      packed: view.getUint32(at + 20, true),
    };
    at += 46 + name + extra + remark;
  }
}

/** Linux and macOS write UTF-8 without saying so. */
function nameIn(bytes: Uint8Array<ArrayBuffer>, saysUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(saysUtf8 ? 'utf-8' : 'windows-1252').decode(bytes); // Old Windows writes its own code page.
  }
}

/** Throws when it cannot be read. What is too large for a room is read no further. */
async function content({ name, method, encrypted, from, packed }: Entry, buffer: ArrayBuffer): Promise<File> {
  if (encrypted || (method !== 0 && method !== 8)) throw new RangeError('It is packed in another way.');
  const bytes = new Blob([new Uint8Array(buffer, from, packed)]);
  if (method === 0) return new File([bytes], name);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = bytes.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    size += value.length;
    if (size > PAGE_LIMITS.fileBytes * 2) {
      await reader.cancel();
      break;
    }
  }
  return new File(parts, name);
}
