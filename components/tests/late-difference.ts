/** Of two long texts that begin alike, keeps what a result has space for where they differ. */
import { isLowSurrogate } from '../../party/shared/plain-text.js';
import { RESULT_LIMITS } from '../../party/shared/test-results.js';
import type { Trim } from '../../party/shared/tests.js';
import { comparableOutput } from './compare-output.js';

/** Characters kept before the difference. */
const BEFORE = 500;

interface Both {
  expected: string;
  actual: string;
}

/** What both begin with is left out, marked with `…`, where it would leave no space for the difference. */
export function fromDifference(both: Both, trim?: Trim): Both {
  const { expected, actual } = both;
  if (Math.max(expected.length, actual.length) <= RESULT_LIMITS.textLength) return both;
  const [wanted, given] = [comparableOutput(expected, trim), comparableOutput(actual, trim)];
  const at = sameLength(wanted, given);
  if (wanted === given || at <= RESULT_LIMITS.textLength / 2) return both;
  const line = wanted.lastIndexOf('\n', at - BEFORE) + 1;
  if (line > 0 && at - line <= 2 * BEFORE) return cut(wanted, given, line, '…\n');
  const from = at - BEFORE;
  return cut(wanted, given, isLowSurrogate(wanted.charCodeAt(from)) ? from - 1 : from, '…');
}

function cut(wanted: string, given: string, from: number, mark: string): Both {
  return { expected: mark + wanted.slice(from), actual: mark + given.slice(from) };
}

function sameLength(one: string, other: string): number {
  const end = Math.min(one.length, other.length);
  let at = 0;
  while (at < end && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}
