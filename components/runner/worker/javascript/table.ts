// console.table: draws rows and columns like Node.
import node, { type InspectOptions } from 'node-inspect-extracted';
import { wrongType } from './node/wrong-values.js';

type Inspect = (value: unknown, options: InspectOptions) => string;

/** What an iterator of a Map or a Set has left, as an engine's own tools show it. */
export type LeftIn = (iterator: object) => { items: unknown[]; pairs: boolean } | undefined;

/** The table as text; undefined for a value without rows. Throws a TypeError for columns that are no array. */
export function table(
  data: unknown,
  only: readonly string[] | undefined,
  inspect: Inspect,
  leftIn: LeftIn,
): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  if (only !== undefined && !Array.isArray(only)) throw wrongType('properties', 'an instance of Array', only);
  const show = (value: unknown) => inspect(value, { depth: depthFor(value), maxArrayLength: 3, breakLength: Infinity });
  const left = leftIn(data);
  if (data instanceof Map || (left?.pairs && isMapIterator(data))) {
    const pairs = (left?.items ?? [...(data as Iterable<unknown>)]) as [unknown, unknown][];
    const rows = pairs.map(([key, value], index) => [String(index), show(key), show(value)]);
    return draw(['(iteration index)', 'Key', 'Values'], rows);
  }
  if (data instanceof Set || left) {
    // Node shows both of an entry of a Set as values of their own.
    const values = left ? (left.pairs ? left.items.flat() : left.items) : [...(data as Set<unknown>)];
    return draw(
      ['(iteration index)', 'Values'],
      values.map((value, index) => [String(index), show(value)]),
    );
  }
  const rows: [string, unknown][] = Object.keys(data).map((key) => [key, Reflect.get(data, key)]);
  const named = only ?? rows.flatMap(([, row]) => (isRow(row) ? Object.keys(row) : []));
  // As keys of an object: numbers come first, by size.
  const columns = Object.keys(Object.fromEntries(named.map((key) => [key, true])));
  const plain = !only && rows.some(([, row]) => !isRow(row));
  const lines = rows.map(([index, row]) => {
    const cells = columns.map((key) => (isRow(row) && Object.hasOwn(row, key) ? show(Reflect.get(row, key)) : ''));
    return [index, ...cells, ...(plain ? [isRow(row) ? '' : show(row)] : [])];
  });
  return draw(['(index)', ...columns, ...(plain ? ['Values'] : [])], lines);
}

function isMapIterator(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Map Iterator]';
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
