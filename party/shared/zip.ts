/** Creates a zip file of texts, uncompressed: sources are small, and no library is needed. */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Version 2.0 of the format; names are UTF-8. */
const VERSION = 20;
const UTF8 = 0x0800;

export interface ZipEntry {
  /** May contain folders, with `/`. */
  name: string;
  text: string;
}

/** `nameOf` makes a path of a name: by default one for every operating system. */
export function zipOf(entries: readonly ZipEntry[], now: Date, nameOf = safeName): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { name, text } of distinct(entries, nameOf)) {
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
  return joined([...parts, ...directory, ...end]);
}

/** Alternating groups of four-byte and two-byte numbers, starting with four. */
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

/** Makes names safe and unique: none leads out of the folder, is empty, or equals another on any file system. */
function distinct(entries: readonly ZipEntry[], nameOf: (name: string) => string): ZipEntry[] {
  const taken = new Set<string>();
  return entries.map(({ name, text }) => {
    const safe = nameOf(name);
    const [, stem = '', extension = ''] = /^(.*?)(\.[^./]*)?$/s.exec(safe) ?? [];
    let free = safe;
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${stem}-${n}${extension}`;
    taken.add(free.toLowerCase());
    return { name: free, text };
  });
}

/** Characters that some operating systems do not allow in file names, besides control characters. */
const FORBIDDEN = '\\:*?"<>|\u007f';

/** Names of devices on Windows, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?= *(?:\.|$))/i;

/** A path that every operating system accepts. */
export function safeName(name: string): string {
  const parts = unixName(name).split('/');
  return parts.map((part) => part.replace(DEVICE, '$&-')).join('/');
}

/** A path that stays in its folder, and has no characters that are special anywhere; Windows has devices of such names. */
export function unixName(name: string): string {
  const parts = name.split('/').map((part) => {
    const safe = [...part].map((character) => (character < ' ' || FORBIDDEN.includes(character) ? '-' : character));
    return safe
      .join('')
      .replace(/[. ]+$/, '')
      .trim();
  });
  return parts.filter((part) => part !== '').join('/') || 'file';
}

/** MS-DOS time and date, with a resolution of two seconds. */
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

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length(parts));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const length = (parts: readonly Uint8Array[]): number => parts.reduce((sum, part) => sum + part.length, 0);
