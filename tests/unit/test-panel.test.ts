/** The test panel's parts: states, diffs, form fields, and tests made from runs. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { differenceOf } from '../../components/tests/difference.js';
import { fieldsOf, newFields, type TestFields, testOf, testsOf, textOf } from '../../components/tests/test-fields.js';
import { testOfRun } from '../../components/tests/test-of-run.js';
import { countsOf, testsWithStates } from '../../components/tests/test-states.js';
import { spokenBy } from '../../components/wording/locale.js';
import { speech } from '../../components/wording/words.js';
import { END_OF_INPUT, type Output } from '../../party/shared/output.js';
import type { TestResult, TestState } from '../../party/shared/test-results.js';
import type { Test } from '../../party/shared/tests.js';

const io = (name: string): Test => ({ name, kind: 'io', stdin: '1\n', stdout: '2\n' });
const result = (name: string, state: TestState): TestResult => ({ name, state, durationMs: 5, hidden: false });

/** Each line with its sign; what differs within it in brackets. */
function difference(expected: string, actual: string): string[] {
  const signs = { same: ' ', expected: '-', actual: '+', 'left-out': '…' };
  return differenceOf(expected, actual).map(
    ({ kind, parts, count = '' }) =>
      `${signs[kind]}${count}${parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')}`,
  );
}

describe('the states of tests', () => {
  const tests = ['a', 'b', 'c', 'd'].map(io);
  const states = (...given: Parameters<typeof testsWithStates>) => testsWithStates(...given).map(({ state }) => state);

  it('are those of the run, otherwise of earlier ones', () => {
    const run = { names: ['a', 'b', 'c'], results: [result('a', 'passed')], ended: false, alive: true };
    const earlier = new Map([
      ['c', result('c', 'failed')],
      ['d', result('d', 'error')],
    ]);
    assert.deepEqual(states(tests, run, earlier), ['passed', 'running', 'waiting', 'error']);
    assert.deepEqual(states(tests, { ...run, alive: false }, earlier), [
      'passed',
      'interrupted',
      'interrupted',
      'error',
    ]);
    assert.deepEqual(states(tests, null, new Map()), ['not-run', 'not-run', 'not-run', 'not-run']);
  });

  it('are counted', () => {
    const results = [result('a', 'passed'), result('b', 'timed-out'), result('c', 'skipped'), result('d', 'error')];
    const run = { names: ['a', 'b', 'c', 'd'], results, ended: true, alive: true };
    assert.deepEqual(countsOf(testsWithStates(tests, run, new Map())), {
      all: 4,
      passed: 1,
      failed: 2,
      over: 4,
      durationMs: 20,
    });
  });
});

describe('the diff', () => {
  it('is shown by lines, and within them', () => {
    assert.deepEqual(difference('3', '4'), ['-[3]', '+[4]']);
    assert.deepEqual(difference('a\nb\nc', 'a\nx\nc'), [' a', '-[b]', '+[x]', ' c']);
    assert.deepEqual(difference('4 5 6', '4 5 7'), ['-4 5 [6]', '+4 5 [7]']);
    assert.deepEqual(difference('hello world', 'hello  world'), ['-hello world', '+hello [ ]world']);
  });

  it('handles a missing last line, and empty lines', () => {
    assert.deepEqual(difference('a\nb', 'a\nb\nc'), [' a', ' b', '+[c]']);
    assert.deepEqual(difference('a\nb\nc', 'a\nb'), [' a', ' b', '-[c]']);
    assert.deepEqual(difference('', 'x'), ['-', '+[x]']);
    assert.deepEqual(difference('a\n', 'a'), [' a', '-']);
  });

  it('omits most equal lines', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `${index}`);
    const other = lines.with(9, 'x');
    assert.deepEqual(difference(lines.join('\n'), other.join('\n')), [
      ...['…7', ' 7', ' 8', '-[9]', '+[x]', ' 10', ' 11', '…8'],
    ]);
  });
});

describe('the fields of a test', () => {
  const all: Test[] = [
    { name: 'io', kind: 'io', stdin: '1\n', stdout: '2', trim: 'none', file: 'a.py' },
    { name: 'call', kind: 'call', function: 'add', args: [1, [2, 'x'], null], expected: { a: 1 }, tolerance: 0.1 },
    { name: 'code', kind: 'code', file: 'test_a.py', hidden: true },
    {
      ...{ name: 'sql', kind: 'code', file: 'q.sql', ordered: true, setup: 'DELETE FROM t;' },
      rows: { columns: ['a'], values: [[1], [null]] },
    },
  ];

  it('give the same test back', () => {
    for (const test of all) assert.deepEqual(testOf(fieldsOf(test), []), { made: test });
  });

  it('say what to do when they are invalid', () => {
    const faults = (fields: Partial<TestFields>, others: Test[] = []) =>
      testOf({ ...newFields([]), ...fields }, others).faults;
    assert.deepEqual(faults({ kind: 'call', called: 'f', args: 'oops' }), [
      'Arguments: this is not JSON. Write for example [1, 2], "text", true.',
    ]);
    assert.deepEqual(faults({ name: ' ' }), ['It needs a "name".']);
    assert.deepEqual(faults({ name: 'io' }, all), ['There is another test of this name. Give each its own.']);
    const [invalid = ''] = faults({ name: 'Ada', kind: 'call', called: '1x' }) ?? [];
    for (const name of ['adds: two', 'says "a: b"', 'back\\', '") twice ("', 'x'.repeat(100)]) {
      assert.deepEqual(faults({ name, kind: 'call', called: '1x' }), [invalid], name);
      const other: Test = { name, kind: 'io', stdin: '', stdout: '' };
      assert.deepEqual(faults({ name }, [other]), ['There is another test of this name. Give each its own.'], name);
    }
    assert.match(faults({ kind: 'code', file: '' })?.join(' ') ?? '', /A file needs a name/);
    assert.match(faults({ kind: 'call', called: '1x' })?.join(' ') ?? '', /"function" must be the name/);
    assert.match(faults({ kind: 'call', called: 'f', tolerance: 'much' })?.join(' ') ?? '', /"tolerance" must be/);
  });

  it('say it in the language of the page', async () => {
    const { default: german } = await import('../../components/wording/languages/de.js');
    speech.now = spokenBy(german, 'de');
    try {
      const faults = (fields: Partial<TestFields>) => testOf({ ...newFields([]), ...fields }, all).faults;
      assert.deepEqual(faults({ name: 'io' }), ['Es gibt noch einen Test mit diesem Namen. Gib jedem einen eigenen.']);
      assert.deepEqual(faults({ kind: 'call', called: 'f', args: `[${2 ** 53}]` }), [
        '"args" hat eine ganze Zahl, die zu groß ist, um genau zu sein (über 9007199254740991). Schreib sie als Text.',
      ]);
      assert.deepEqual(testsOf('[{}, {"name": "x: y", "kind": "io", "stdin": 1, "stdout": "", "a": 1}]').faults, [
        'Test 1: Er braucht einen "name".',
        'Test 2 ("x: y"): Ein Test der Art "io" hat kein Feld "a". Nimm es heraus.',
        'Test 2 ("x: y"): "stdin" muss ein Text sein, "" für keine Eingabe.',
      ]);
      assert.deepEqual(testsOf('5').faults, ['Tests sind eine Liste: [ … ].']);
    } finally {
      speech.now = undefined;
    }
  });

  it('of a new test are like those of the previous one, with a unique name', () => {
    assert.equal(newFields([]).name, 'Test 1');
    assert.equal(newFields(['a', 'Test 3']).name, 'Test 4');
    const { kind, called, hidden } = newFields([], all[1]);
    assert.deepEqual([kind, called, hidden], ['call', 'add', false]);
  });

  it('of all tests are one text', () => {
    assert.deepEqual(testsOf(textOf(all)), { made: all });
    assert.deepEqual(testsOf(' '), { made: [] });
    assert.match(testsOf('[{').faults?.[0] ?? '', /^This is not JSON: /);
    assert.match(testsOf('[{"name": "a"}]').faults?.[0] ?? '', /Its "kind" must be/);
  });
});

describe('a test made from a run', () => {
  const output: Output[] = [
    { kind: 'prompt', text: 'Name? ' },
    { kind: 'answer', text: 'Ada\n' },
    { kind: 'stdout', text: 'Hello Ada\n' },
    { kind: 'stderr', text: 'careful\n' },
    { kind: 'answer', text: END_OF_INPUT },
  ];

  it('has the run’s input, and its output as expected output', () => {
    assert.deepEqual(testOfRun({ output, stdin: 'first', file: 'b.py' }, ['Run 1']), {
      ...{ name: 'Run 2', kind: 'io', file: 'b.py' },
      ...{ stdin: 'first\nAda\n', stdout: 'Name? Hello Ada\n' },
    });
  });
});
