/** Compares a program's output with a test's expected output, by the test's whitespace rule. */
import type { Trim } from '../../party/shared/tests.js';

/** Whether both are the same output. */
export function sameOutput(actual: string, expected: string, trim: Trim = 'lines'): boolean {
  return comparableOutput(actual, trim) === comparableOutput(expected, trim);
}

/** The part of an output that is compared; also used to show differences. Its line ends are LF, unless nothing is passed over. */
export function comparableOutput(text: string, trim: Trim = 'lines'): string {
  if (trim === 'none') return text;
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  while (lines.at(-1) === '') lines.pop();
  return lines.join('\n');
}
