// console.table: rows and columns with lines around them.

type Show = (value: unknown) => string;

const VALUES = 'Values';

/** The table as text, or undefined for a value that has no rows. Wide characters are counted as one column. */
export function table(data: unknown, only: string[] | undefined, show: Show): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const rows = rowsOf(data);
  const columns = new Set<string>();
  let plain = false;
  for (const [, row] of rows) {
    if (typeof row === 'object' && row !== null) for (const key of Object.keys(row)) columns.add(key);
    else plain = true;
  }
  const shown = only ?? [...columns];
  const head = ['(index)', ...shown, ...(plain ? [VALUES] : [])];
  const lines = rows.map(([index, row]) => {
    const isObject = typeof row === 'object' && row !== null;
    const cells = shown.map((key) => (isObject && Object.hasOwn(row, key) ? show(Reflect.get(row, key)) : ''));
    return [index, ...cells, ...(plain ? [isObject ? '' : show(row)] : [])];
  });
  return draw(head, lines);
}

function rowsOf(data: object): [string, unknown][] {
  if (data instanceof Map) return [...data].map(([key, value], index) => [String(index), { Key: key, Value: value }]);
  if (data instanceof Set) return [...data].map((value, index) => [String(index), value]);
  return Object.entries(data);
}

function draw(head: string[], rows: string[][]): string {
  const all = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('\n', ' ')));
  const widths = head.map((_, column) => Math.max(...all.map((row) => [...(row[column] ?? '')].length)) + 2);
  const rule = (left: string, middle: string, right: string) =>
    left + widths.map((width) => '─'.repeat(width)).join(middle) + right;
  const [first = '', ...others] = all.map((row) => {
    const cells = row.map((cell, column) => ` ${cell}${' '.repeat((widths[column] ?? 0) - [...cell].length - 1)}`);
    return `│${cells.join('│')}│`;
  });
  return [rule('┌', '┬', '┐'), first, rule('├', '┼', '┤'), ...others, rule('└', '┴', '┘')].join('\n');
}
