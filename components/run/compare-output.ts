/** Compares what a program printed with what a test expects, by the test's rule for white space. */
import type { Trim } from '../../party/shared/tests.js';

/** The same output in both? */
export function sameOutput(actual: string, expected: string, trim: Trim = 'lines'): boolean {
  return comparableOutput(actual, trim) === comparableOutput(expected, trim);
}

/** What counts of an output; a difference is best shown between two of these. Line ends are LF on every system. */
export function comparableOutput(text: string, trim: Trim = 'lines'): string {
  if (trim === 'none') return text;
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  while (lines.at(-1) === '') lines.pop();
  return lines.join('\n');
}
