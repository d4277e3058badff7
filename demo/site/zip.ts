/** A zip file of texts, stored as they are: source files are small, and a reader needs nothing to unpack them. */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Version 2.0 of the format; names are UTF-8. */
const VERSION = 20;
const UTF8 = 0x0800;

export interface ZipEntry {
  /** May have folders, with `/`. */
  name: string;
  text: string;
}

export function zip(entries: readonly ZipEntry[], now: Date): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { name, text } of distinct(entries)) {
    const path = new TextEncoder().encode(name);
    const data = new TextEncoder().encode(text);
    const about = [VERSION, UTF8, 0, ...dosTime(now)];
    const sizes = [crc32(data), data.length, data.length];
    const local = [...record([LOCAL], about, sizes, [path.length, 0]), path, data];
    directory.push(...record([CENTRAL], [VERSION, ...about], sizes, [path.length, 0, 0, 0, 0], [0, offset]), path);
    parts.push(...local);
    offset += length(local);
  }
  const count = directory.length / 2;
  const end = record([END], [0, 0, count, count], [length(directory), offset], [0]);
  return new Blob([...parts, ...directory, ...end], { type: 'application/zip' });
}

/** Groups in turn of four and of two bytes a number, beginning with four. */
function record(...groups: number[][]): [Uint8Array<ArrayBuffer>] {
  const bytes = new Uint8Array(groups.reduce((sum, group, at) => sum + group.length * (at % 2 ? 2 : 4), 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [index, group] of groups.entries())
    for (const value of group) {
      if (index % 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += index % 2 ? 2 : 4;
    }
  return [bytes];
}

/** No name leads out of the folder it is unpacked into, none is empty, and no two are the same on any disk. */
function distinct(entries: readonly ZipEntry[]): ZipEntry[] {
  const taken = new Set<string>();
  return entries.map(({ name, text }) => {
    const safe = safeName(name);
    const [, stem = '', ending = ''] = /^(.*?)(\.[^./]*)?$/s.exec(safe) ?? [];
    let free = safe;
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${stem}-${n}${ending}`;
    taken.add(free.toLowerCase());
    return { name: free, text };
  });
}

/** Characters that some system has no file names with, beside control characters. */
const FORBIDDEN = '\\:*?"<>|\u007f';

/** As a path that every system takes. */
export function safeName(name: string): string {
  const parts = name.split('/').map((part) => {
    const safe = [...part].map((letter) => (letter < ' ' || FORBIDDEN.includes(letter) ? '-' : letter));
    return safe
      .join('')
      .replace(/[. ]+$/, '')
      .trim();
  });
  return parts.filter((part) => part !== '').join('/') || 'file';
}

/** Time and day as MS-DOS had them, to two seconds. */
function dosTime(now: Date): [number, number] {
  const time = (now.getHours() << 11) | (now.getMinutes() << 5) | (now.getSeconds() >> 1);
  return [time, ((now.getFullYear() - 1980) << 9) | ((now.getMonth() + 1) << 5) | now.getDate()];
}

function crc32(data: Uint8Array): number {
  let crc = -1;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

const length = (parts: readonly Uint8Array[]): number => parts.reduce((sum, part) => sum + part.length, 0);
