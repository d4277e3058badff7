// What one statement gives, as a table of tab-separated lines: the first rows of it, and how many there are.
import type { Statement } from 'sql.js';
import { utf8Length } from '../../../../party/shared/plain-text.js';

type Value = ReturnType<Statement['get']>[number];

/** Nobody reads more, and a run's output has to hold several tables. */
const MAX_ROWS = 500;
const MAX_BYTES = 12 * 1024;
const MAX_CELL = 500;
/** Rows that are only counted; a statement without an end must come to one. */
const MAX_COUNTED = 1_000_000;

export class Result {
  readonly hasColumns: boolean;
  /** Head and rows, cells without tabs and newlines. */
  readonly table: string;
  /** Says how much more there is; empty when all is shown. */
  readonly note: string;

  constructor(statement: Statement) {
    const lines: string[] = [];
    let bytes = 0;
    let rows = 0;
    let full = false;
    while (rows < MAX_COUNTED && statement.step()) {
      rows += 1;
      if (full) continue;
      const line = row(statement).map(cell).join('\t');
      bytes += utf8Length(line) + 1;
      full = lines.length >= MAX_ROWS || bytes > MAX_BYTES;
      if (!full) lines.push(line);
    }
    const names = statement.getColumnNames();
    this.hasColumns = names.length > 0;
    this.table = [names.map(inOneLine).join('\t'), ...lines].join('\n');
    const count = `${rows >= MAX_COUNTED ? 'at least ' : ''}${rows.toLocaleString('en')}`;
    const isEmpty = this.hasColumns && rows === 0;
    this.note = isEmpty
      ? 'No rows.'
      : rows > lines.length
        ? `These are the first ${lines.length} of ${count} rows.`
        : '';
    statement.reset();
  }
}

/** Whole numbers beyond 2^53 stay exact; the types of sql.js do not know the option. */
function row(statement: Statement): (Value | bigint)[] {
  const { get } = statement as unknown as { get(this: Statement, values: null, options: object): (Value | bigint)[] };
  return get.call(statement, null, { useBigInt: true });
}

function cell(value: Value | bigint): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return real(value);
  if (value instanceof Uint8Array) return `x'${[...value.subarray(0, MAX_CELL / 2)].map(hex).join('')}'`;
  const text = inOneLine(String(value));
  // Only nothing at all is NULL.
  return text === 'NULL' ? "'NULL'" : text;
}

function inOneLine(value: string): string {
  const text = value.replace(/[\t\r\n]+/g, ' ');
  return text.length > MAX_CELL ? `${text.slice(0, MAX_CELL)}…` : text;
}

/** As SQLite writes it: whole numbers, which come as bigint, have no point, all others have. */
function real(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'Inf' : '-Inf';
  const [digits = '', power = ''] = value.toExponential(14).split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent <= 15) return pointed(String(Number(value.toPrecision(15))));
  return `${pointed(String(Number(digits)))}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

function pointed(digits: string): string {
  return digits.includes('.') ? digits : `${digits}.0`;
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
