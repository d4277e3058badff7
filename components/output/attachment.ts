// What a run gives besides text, as it was said: nothing of it is trusted until it has been looked at here.

import { fromBase64 } from '../../party/shared/bytes.js';
import { cleanName } from '../../party/shared/clean-names.js';

/** A picture in an `<img>` runs no script, whatever it holds. */
const IMAGE = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/]+={0,2}$/;
const MAX_ROWS = 500;
const MAX_COLUMNS = 50;
const MAX_FILE_NAME = 100;

/** The address of a picture, or undefined if it is none that may be shown. */
export function imageUrl(text: string): string | undefined {
  return IMAGE.test(text) ? text : undefined;
}

export interface Table {
  head: string[];
  rows: string[][];
  /** Rows there are more. */
  omitted: number;
}

/** Rows have as many cells as the head. */
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
  /** Safe as the name of a file on any system. */
  name: string;
  size: number;
  /** Undefined: too large to be shared. */
  content: Blob | undefined;
}

/** Of `name\tmime\tsize\tbase64`; undefined if it is not that. */
export function parseFile(text: string): RunFile | undefined {
  const [name = '', , size = '', base64 = '', ...more] = text.split('\t');
  if (more.length > 0 || !/^\d{1,12}$/.test(size) || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return undefined;
  return { name: safeFileName(name), size: Number(size), content: decode(base64) };
}

/** Never of the type the program wants: a file is only ever kept, not opened as a page. */
function decode(base64: string): Blob | undefined {
  if (base64 === '') return undefined;
  try {
    return new Blob([fromBase64(base64)], { type: 'application/octet-stream' });
  } catch {
    return undefined; // No base64 after all.
  }
}

function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).pop() ?? '';
  const safe = cleanName(last.replace(/[:*?"<>|]/g, '_'), MAX_FILE_NAME).replace(/^[.\s]+|[.\s]+$/g, '');
  return safe || 'file';
}
