// console.table: draws rows and columns like Node.
import node, { type InspectOptions } from 'node-inspect-extracted';

type Inspect = (value: unknown, options: InspectOptions) => string;

/** The table as text; undefined for a value without rows. */
export function table(data: unknown, only: readonly string[] | undefined, inspect: Inspect): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const show = (value: unknown) => inspect(value, { depth: depthFor(value), maxArrayLength: 3, breakLength: Infinity });
  if (data instanceof Map) {
    const rows = [...data].map(([key, value], index) => [String(index), show(key), show(value)]);
    return draw(['(iteration index)', 'Key', 'Values'], rows);
  }
  if (data instanceof Set) {
    return draw(
      ['(iteration index)', 'Values'],
      [...data].map((value, index) => [String(index), show(value)]),
    );
  }
  const rows: [string, unknown][] = Object.keys(data).map((key) => [key, Reflect.get(data, key)]);
  const columns = new Set<string>(only);
  if (!only) for (const [, row] of rows) if (isRow(row)) for (const key of Object.keys(row)) columns.add(key);
  const plain = !only && rows.some(([, row]) => !isRow(row));
  const lines = rows.map(([index, row]) => {
    const cells = [...columns].map((key) => (isRow(row) && Object.hasOwn(row, key) ? show(Reflect.get(row, key)) : ''));
    return [index, ...cells, ...(plain ? [isRow(row) ? '' : show(row)] : [])];
  });
  return draw(['(index)', ...columns, ...(plain ? ['Values'] : [])], lines);
}

function isRow(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** Objects with many properties are shown by their kind only. */
function depthFor(value: unknown): number {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 2 ? -1 : 0;
}

function draw(head: string[], rows: string[][]): string {
  const all = [head, ...rows];
  const { getStringWidth: width } = node as unknown as { getStringWidth(text: string): number };
  // Row by row: there may be more than a call takes.
  const widths = head.map((_, column) => all.reduce((most, row) => Math.max(most, width(row[column] ?? '')), 0) + 2);
  const rule = (left: string, middle: string, right: string) =>
    left + widths.map((each) => '─'.repeat(each)).join(middle) + right;
  const [first = '', ...others] = all.map((row) => {
    const cells = row.map((cell, column) => ` ${cell}${' '.repeat((widths[column] ?? 0) - width(cell) - 1)}`);
    return `│${cells.join('│')}│`;
  });
  return [rule('┌', '┬', '┐'), first, rule('├', '┼', '┤'), ...others, rule('└', '┴', '┘')].join('\n');
}
