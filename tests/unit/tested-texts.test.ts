// Where a line that a test failed at is after edits.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Text } from '@codemirror/state';
import { lineNow } from '../../components/tests/tested-texts.js';

const text = (...lines: string[]) => Text.of(lines);
const PROGRAM = text('import math', '', 'def area(r):', '    return r', '', 'print(area(2))');

for (const [what, after, expected] of [
  ['is the same in the same text', PROGRAM, 4],
  ['moves down with what is written above', text('# Circles', '', ...PROGRAM.toJSON()), 6],
  ['moves up with what is taken out above', PROGRAM.slice(PROGRAM.line(3).from), 2],
  ['stays when something is written below', text(...PROGRAM.toJSON(), 'print(area(3))'), 4],
  [
    'is found though it was changed itself',
    text('', ...PROGRAM.toJSON().map((line) => line.replace('return r', 'return r * r'))),
    5,
  ],
  ['is where it was when it is gone', text('import math', '', 'def area(r):', 'print(area(2))'), 4],
  ['is the first of an empty text', Text.empty, 1],
] as const)
  it(`the line of a failed test ${what}`, () => assert.equal(lineNow(4, PROGRAM, after), expected));

it('a line that was never there stays what was said', () => {
  assert.equal(lineNow(99, PROGRAM, Text.empty), 99);
  assert.equal(lineNow(0, PROGRAM, Text.empty), 0);
});

it('the line of a failed test is found in a long text that is changed throughout, without a wait', () => {
  const long = Array.from({ length: 20_000 }, (_, at) => `line ${at} = ${(at * 7919) % 997}`);
  const began = performance.now();
  lineNow(10_000, Text.of(long), Text.of(long.map((line) => line.replace('=', '==').replace('line', 'row'))));
  assert.ok(performance.now() - began < 5_000);
});
