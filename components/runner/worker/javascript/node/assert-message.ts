// Messages of Node's `assert` for two different values: a line-by-line comparison.
// Written here, because the port on npm is that of Node 12, with other messages, and 21 kB larger.
import type { Inspection } from '../inspect.js';

const SAYS: Readonly<Record<string, string>> = {
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  strictEqual: 'Expected values to be strictly equal:',
  strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
  notIdentical: 'Values have same structure but are not reference-equal:',
};
/** Short primitives are shown side by side. */
const SHORT = 12;
const WIDTH = 80;
/** A comparison of more lines would cost more than it helps. */
const LINES = 1_000;
/** Number of equal lines shown around different ones. */
const CONTEXT = 2;

export function assertionMessage(
  operator: string,
  actual: unknown,
  expected: unknown,
  { inspect }: Pick<Inspection, 'inspect'>,
  own?: string,
): string {
  const show = (value: unknown) =>
    inspect(value, {
      compact: false,
      customInspect: false,
      depth: 1000,
      maxArrayLength: Infinity,
      sorted: true,
      getters: true,
    });
  const objects = isObject(actual) && isObject(expected);
  const [left, right] = [show(actual), show(expected)];
  if (operator === '==' || operator === '!=') return `${left} ${operator} ${right}`;
  if (operator === 'deepEqual') return loose(SAYS.deepEqual, left, right, 'should loosely deep-equal');
  if (operator === 'notDeepEqual' || operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') {
    const named = operator === 'notStrictEqual' && objects ? 'notStrictEqualObject' : operator;
    const says = SAYS[named] ?? '';
    return left.includes('\n') || operator === 'notDeepEqual' ? `${says}\n\n${left}\n` : `${says} ${left}`;
  }
  if (left === right && own === undefined) {
    return `${SAYS.notIdentical}\n\n${left}\n`;
  }
  const says = own ?? SAYS[operator === 'strictEqual' && objects ? 'strictEqualObject' : operator] ?? '';
  const single = !left.includes('\n') && !right.includes('\n');
  const zeros = actual === 0 && expected === 0;
  if (single && left.length + right.length <= SHORT && !isObject(actual) && !isObject(expected) && !zeros) {
    return `${says}\n\n${left} !== ${right}\n`;
  }
  return `${says}\n+ actual - expected${difference(left.split('\n'), right.split('\n'))}${pointer(left, right, single)}`;
}

function isObject(value: unknown): boolean {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function loose(says: string | undefined, left: string, right: string, should: string): string {
  return `${says}\n\n${left}\n\n${should}\n\n${right}`;
}

/** A caret below the first difference of two short lines. */
function pointer(left: string, right: string, single: boolean): string {
  if (!single || left.length + right.length >= WIDTH) return '';
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return at > 2 ? `\n${' '.repeat(at + 2)}^` : '';
}

type Line = { mark: '+' | '-' | ' '; text: string };

function difference(actual: string[], expected: string[]): string {
  const lines = compared(actual, expected);
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ mark }) => mark !== ' '),
  );
  let skipped = false;
  const shown: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const { mark, text } = lines[at] as Line;
    let end = at;
    while (end < lines.length && !near[end]) end += 1;
    // Fewer omitted lines than this would save nothing.
    if (end - at > 1 + CONTEXT * 2) {
      shown.push('...');
      skipped = true;
      at = end - 1;
    } else shown.push(`${mark} ${text}`);
  }
  return `${skipped ? ' ... Lines skipped' : ''}\n\n${shown.join('\n')}`;
}

/** The longest common subsequence of lines, with the different lines in between, actual ones first. */
function compared(actual: string[], expected: string[]): Line[] {
  if (actual.length > LINES || expected.length > LINES) {
    return [
      ...actual.map((text) => ({ mark: '+', text }) as const),
      ...expected.map((text) => ({ mark: '-', text }) as const),
    ];
  }
  /** A trailing comma depends on the position in a list, not on the value. */
  const same = (one = '', other = '') => one === other || one === `${other},` || `${one},` === other;
  const width = expected.length + 1;
  const common = new Uint16Array((actual.length + 1) * width);
  for (let row = actual.length - 1; row >= 0; row--) {
    for (let column = expected.length - 1; column >= 0; column--) {
      const at = row * width + column;
      common[at] = same(actual[row], expected[column])
        ? (common[at + width + 1] ?? 0) + 1
        : Math.max(common[at + width] ?? 0, common[at + 1] ?? 0);
    }
  }
  const lines: Line[] = [];
  let removed: Line[] = [];
  let [row, column] = [0, 0];
  while (row < actual.length || column < expected.length) {
    const at = row * width + column;
    const [one, other] = [actual[row], expected[column]];
    if (one !== undefined && other !== undefined && same(one, other)) {
      lines.push(...removed, { mark: ' ', text: one });
      removed = [];
      row += 1;
      column += 1;
    } else if (one !== undefined && (other === undefined || (common[at + width] ?? 0) >= (common[at + 1] ?? 0))) {
      lines.push({ mark: '+', text: one });
      row += 1;
    } else {
      removed.push({ mark: '-', text: other ?? '' });
      column += 1;
    }
  }
  return [...lines, ...removed];
}
