// The result of one statement as a table.
import type { Statement } from 'sql.js';
import { MAX_CELL, Table, textCell } from './table.js';

type Value = ReturnType<Statement['get']>[number];

/** Maximum number of rows counted, for queries without an end. */
const MAX_COUNTED = 1_000_000;

export class Result {
  readonly hasColumns: boolean;
  readonly table: string;
  /** Says how many more rows there are; empty when all are shown. */
  readonly note: string;

  constructor(statement: Statement) {
    const names = statement.getColumnNames();
    const table = new Table(names);
    while (table.rows < MAX_COUNTED && statement.step()) table.add(() => row(statement).map(cell));
    this.hasColumns = names.length > 0;
    this.table = table.text;
    this.note = this.hasColumns ? table.note(MAX_COUNTED) : '';
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
  return textCell(String(value));
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
