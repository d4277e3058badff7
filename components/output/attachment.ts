// Parses attachments of a run (images, tables, files). Their content is untrusted.

import { fromBase64 } from '../../party/shared/bytes.js';
import { cleanName } from '../../party/shared/clean-names.js';
import { safeName } from '../../party/shared/zip.js';

/** An image in an `<img>` cannot run scripts, not even SVG. */
const IMAGE = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/;
const MAX_ROWS = 500;
const MAX_COLUMNS = 50;
const MAX_FILE_NAME = 100;

/** The URL of an image; undefined if it is not allowed. */
export function imageUrl(text: string): string | undefined {
  return IMAGE.test(text) ? text : undefined;
}

interface Table {
  head: string[];
  rows: string[][];
  /** Number of further rows. */
  omitted: number;
}

/** All rows have as many cells as the head. */
export function parseTable(text: string): Table {
  const [head = '', ...lines] = text.replace(/\r?\n$/, '').split('\n');
  const names = head.split('\t', MAX_COLUMNS);
  const rows = lines.slice(0, MAX_ROWS).map((line) => {
    const cells = line.split('\t', names.length);
    return names.map((_, column) => cells[column] ?? '');
  });
  return { head: names, rows, omitted: lines.length - rows.length };
}

export interface RunFile {
  /** Valid as a file name on every system. */
  name: string;
  size: number;
  /** Undefined: too large to be shared. */
  content: Blob | undefined;
}

/** Parses `name\tmime\tsize\tbase64`; undefined if it is malformed. */
export function parseFile(text: string): RunFile | undefined {
  const [name = '', , size = '', base64 = '', ...more] = text.split('\t');
  if (more.length > 0 || !/^\d{1,12}$/.test(size) || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return undefined;
  return { name: safeFileName(name), size: Number(size), content: decode(base64) };
}

/** The program's MIME type is ignored, so that the file can be saved but not opened as a page. */
function decode(base64: string): Blob | undefined {
  if (base64 === '') return undefined;
  try {
    return new Blob([fromBase64(base64)], { type: 'application/octet-stream' });
  } catch {
    return undefined; // Not base64.
  }
}

function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).pop() ?? '';
  const safe = cleanName(last.replace(/[:*?"<>|]/g, '_'), MAX_FILE_NAME).replace(/^[.\s]+|[.\s]+$/g, '');
  // Windows has devices of some names.
  return safeName(safe);
}
