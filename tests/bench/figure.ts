/** What a bench gives back: one line each, with its target if it has one. */

export interface Figure {
  what: string;
  figure: string;
  target?: string;
  /** Left out where there is no target. */
  met?: boolean;
  detail?: string[];
}

/** How long a bench may take: `rounds` interleaved rounds of `seconds`. */
export interface Effort {
  rounds: number;
  seconds: number;
  /** Prints a line at once: whoever waits sees how far it is. */
  say: (line: string) => void;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** NaN when there are no values. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`;
}

export function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** `rows` of equal length, the first being the head, as lines of a table. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}
