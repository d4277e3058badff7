// The result of one statement as values, to be compared with a test's expected rows.
import type { Statement } from 'sql.js';
import type { TestReport } from '../../messages.js';

/** Limit on characters and cells together; no test expects as many. */
const MOST = 400_000;

export function rowsOf(statement: Statement): Extract<TestReport, { kind: 'rows' | 'large' }> {
  const values: unknown[][] = [];
  let left = MOST;
  while (statement.step()) {
    const row = statement.get().map((cell) => (cell instanceof Uint8Array ? blob(cell) : cell));
    for (const cell of row) left -= typeof cell === 'string' ? cell.length : 8;
    if (left < 0) return { kind: 'large' };
    values.push(row);
  }
  const columns = statement.getColumnNames();
  statement.reset();
  return { kind: 'rows', columns, values };
}

/** As an SQL literal. */
function blob(bytes: Uint8Array): string {
  return `x'${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}'`;
}
