// The result of one statement as values, to be compared with the rows that a test expects.
import type { TestReport } from '../../messages.js';
import type { Column } from './connection.js';

/** Characters of texts and cells, all together; no test expects as many. */
const MOST = 400_000;

/** Numbers of the types that are numbers: int8, int2, int4, oid, float4, float8, numeric. */
const NUMBERS = new Set([20, 21, 23, 26, 700, 701, 1700]);

export class RowsOfTest {
  readonly #values: unknown[][] = [];
  #left = MOST;

  constructor(private readonly columns: Column[]) {}

  add(cells: (string | null)[]): void {
    for (const cell of cells) this.#left -= cell?.length ?? 8;
    if (this.#left >= 0) this.#values.push(cells.map((cell, at) => jsonOf(cell, this.columns[at]?.type ?? 0)));
  }

  get report(): Extract<TestReport, { kind: 'rows' | 'large' }> {
    if (this.#left < 0) return { kind: 'large' };
    return { kind: 'rows', columns: this.columns.map(({ name }) => name), values: this.#values };
  }
}

/** Numbers that JavaScript cannot hold, and all other types, stay text. */
function jsonOf(cell: string | null, type: number): unknown {
  if (cell === null || !NUMBERS.has(type)) return cell;
  const number = Number(cell);
  const digits = cell.replace(/^-|\.|e.*$/g, '').replace(/^0+/, '').length;
  return Number.isFinite(number) && (digits <= 15 || type === 701 || Number.isSafeInteger(number)) ? number : cell;
}
