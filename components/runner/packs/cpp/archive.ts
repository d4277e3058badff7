// Many files as one: how the build hands the headers and libraries of a language to its worker.
import type { Bytes, Disk } from './wasi/disk.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Their names and sizes as JSON, with its length before it, then what is in them. */
export function packed(files: Iterable<readonly [path: string, bytes: Bytes]>): Bytes {
  const all = [...files];
  const index = encoder.encode(JSON.stringify(all.map(([path, bytes]) => [path, bytes.length])));
  const size = all.reduce((sum, [, bytes]) => sum + bytes.length, 4 + index.length);
  const archive = new Uint8Array(size);
  new DataView(archive.buffer).setUint32(0, index.length, true);
  archive.set(index, 4);
  let at = 4 + index.length;
  for (const [, bytes] of all) {
    archive.set(bytes, at);
    at += bytes.length;
  }
  return archive;
}

/** Puts what was packed on a disk, without copying it. */
export function unpack(archive: ArrayBuffer, disk: Disk): void {
  const length = new DataView(archive).getUint32(0, true);
  const index = JSON.parse(decoder.decode(new Uint8Array(archive, 4, length))) as [string, number][];
  let at = 4 + length;
  for (const [path, size] of index) {
    disk.add(path, new Uint8Array(archive, at, size));
    at += size;
  }
}
