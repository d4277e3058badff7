// The result of one statement as lines of tab-separated cells: the first rows, and the number of all.
import { utf8Length } from '../../../../party/shared/plain-text.js';

/** Nobody reads more, and a run's output has to hold several tables. */
const MAX_ROWS = 500;
const MAX_BYTES = 12 * 1024;
export const MAX_CELL = 500;

export class Table {
  #rows = 0;
  #bytes = 0;
  #full = false;
  readonly #lines: string[] = [];

  constructor(private readonly columns: readonly string[]) {}

  get rows(): number {
    return this.#rows;
  }

  /** `cells` is not called for rows that are not shown. */
  add(cells: () => string[]): void {
    this.#rows += 1;
    if (this.#full) return;
    const line = cells().join('\t');
    this.#bytes += utf8Length(line) + 1;
    this.#full = this.#lines.length >= MAX_ROWS || this.#bytes > MAX_BYTES;
    if (!this.#full) this.#lines.push(line);
  }

  /** Column names and rows; cells have no tabs and newlines. */
  get text(): string {
    return [this.columns.map(inOneLine).join('\t'), ...this.#lines].join('\n');
  }

  /** Says how many rows are not shown; empty when all are. `counted`: counting stopped there. */
  note(counted = Number.POSITIVE_INFINITY): string {
    const rows = this.#rows;
    if (rows === 0) return 'No rows.';
    const count = `${rows >= counted ? 'at least ' : ''}${rows.toLocaleString('en')}`;
    return rows > this.#lines.length ? `These are the first ${this.#lines.length} of ${count} rows.` : '';
  }
}

/** A text `NULL` gets quotes, so that it is not taken for NULL. */
export function textCell(value: string): string {
  const text = inOneLine(value);
  return text === 'NULL' ? "'NULL'" : text;
}

function inOneLine(value: string): string {
  const text = value.replace(/[\t\r\n]+/g, ' ');
  return text.length > MAX_CELL ? `${text.slice(0, MAX_CELL)}…` : text;
}
