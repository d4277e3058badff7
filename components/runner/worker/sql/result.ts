// The result of one statement as lines of tab-separated cells: the first rows, and the number of all.
import type { Statement } from 'sql.js';
import { utf8Length } from '../../../../party/shared/plain-text.js';

type Value = ReturnType<Statement['get']>[number];

/** Maximum number of rows shown; a run's output has to hold several tables. */
const MAX_ROWS = 500;
const MAX_BYTES = 12 * 1024;
const MAX_CELL = 500;
/** Maximum number of rows counted, for queries without an end. */
const MAX_COUNTED = 1_000_000;

export class Result {
  readonly hasColumns: boolean;
  /** Head and rows; cells contain no tabs and newlines. */
  readonly table: string;
  /** Says how many more rows there are; empty when all are shown. */
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

/** Integers beyond 2^53 stay exact; sql.js's types lack the option. */
function row(statement: Statement): (Value | bigint)[] {
  const { get } = statement as unknown as { get(this: Statement, values: null, options: object): (Value | bigint)[] };
  return get.call(statement, null, { useBigInt: true });
}

function cell(value: Value | bigint): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return real(value);
  if (value instanceof Uint8Array) return `x'${[...value.subarray(0, MAX_CELL / 2)].map(hex).join('')}'`;
  const text = inOneLine(String(value));
  // Only a real NULL is shown as NULL.
  return text === 'NULL' ? "'NULL'" : text;
}

function inOneLine(value: string): string {
  const text = value.replace(/[\t\r\n]+/g, ' ');
  return text.length > MAX_CELL ? `${text.slice(0, MAX_CELL)}…` : text;
}

/** As in SQLite's shell: integers, which are bigint here, have no decimal point, all other numbers do. */
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
