/** Validation of a room's tests, and comparison of output and values. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { comparableOutput, sameOutput } from '../../components/tests/compare-output.js';
import {
  Either,
  firstDifference,
  firstRowDifference,
  Incomparable,
  Unordered,
} from '../../components/tests/compare-values.js';
import { fileNameKey } from '../../party/shared/clean-names.js';
import { fileNameFault } from '../../party/shared/file-names.js';
import { type Json, TEST_LIMITS, testFaults } from '../../party/shared/tests.js';

const io = { name: 'adds', kind: 'io', stdin: '1 2\n', stdout: '3\n' };
const call = { name: 'adds', kind: 'call', function: 'add', args: [1, 2], expected: 3 };
const code = { name: 'adds', kind: 'code', file: 'test_add.py' };
const sql = { name: 'adds', kind: 'code', file: 'query.sql', rows: { columns: ['a'], values: [[1], [null]] } };

describe('tests of a room', () => {
  it('of every kind are accepted', () => {
    const all = [
      io,
      { ...io, trim: 'none', file: 'src/main.py', hidden: true },
      call,
      { ...call, function: 'Bank.größe', args: [], expected: null, tolerance: 0 },
      { ...call, args: [{ a: [1.5, 'x', true, null] }], file: 'bank.py' },
      code,
      { ...sql, ordered: true, setup: 'DELETE FROM t;' },
    ].map((test, index) => ({ ...test, name: `test ${index}` }));
    assert.deepEqual(testFaults(all), []);
    assert.deepEqual(testFaults([]), []);
    assert.deepEqual(testFaults([io, { ...io, hidden: true }]), [], 'candidates do not know the names of hidden ones');
    assert.deepEqual(testFaults(Array.from({ length: TEST_LIMITS.tests }, (_, n) => ({ ...io, name: `${n}` }))), []);
  });

  const deep = Array.from({ length: 102 }).reduce<unknown>((inner) => [inner], 1);
  const deeper = Array.from({ length: 200_000 }).reduce<unknown>((inner) => [inner], 1);
  const endless: unknown[] = [];
  endless.push(endless);
  const refused: [what: string, tests: unknown, sentence: RegExp][] = [
    ['that are no list', { name: 'a' }, /^Tests are a list/],
    [
      'that are too many',
      Array.from({ length: 501 }, (_, n) => ({ ...io, name: `${n}` })),
      /^There are 501 tests\. Keep at most 500/,
    ],
    [
      'that are too large together',
      Array.from({ length: 11 }, (_, n) => ({ ...io, name: `${n}`, stdin: 'x'.repeat(48_000) })),
      /^All tests together/,
    ],
    ['of no object', [null], /^Test 1: A test is an object/],
    ['without a name', [{ ...io, name: ' ' }], /^Test 1 \(" "\): It needs a "name"\.$/],
    ['of the same name', [io, call], /^Test 2 \("adds"\): There is another test of this name/],
    [
      'of the same name, both hidden',
      [io, call].map((one) => ({ ...one, hidden: true })),
      /^Test 2 \("adds"\): There is another/,
    ],
    ['with too long a name', [{ ...io, name: '😀'.repeat(121) }], /at most 120 characters/],
    ['with a name that cannot be seen', [{ ...io, name: 'a\u0007' }], /cannot be seen/],
    ['with a name that is read backwards', [{ ...io, name: 'a\u202eb' }], /cannot be seen/],
    ['of an unknown kind', [{ ...io, kind: 'toString' }], /"kind" must be/],
    ['with a misspelt field', [{ ...io, stdOut: '' }], /^Test 1 \("adds"\): A test of kind "io" has no field "stdOut"/],
    ['with a field of another kind', [{ ...io, args: [] }], /kind "io" has no field "args"/],
    ['with a wrong flag', [{ ...io, hidden: 'yes' }], /"hidden" must be true or false/],
    ['without input', [{ name: 'a', kind: 'io', stdout: '' }], /"stdin" must be a text/],
    ['without output', [{ name: 'a', kind: 'io', stdin: '' }], /"stdout" must be a text/],
    ['with an unknown rule', [{ ...io, trim: 'all' }], /"trim" must be "lines" or "none"/],
    ['of no function', [{ ...call, function: 'add(1)' }], /"function" must be the name/],
    ['without arguments', [{ ...call, args: 1 }], /"args" must be a list/],
    ['without a result', [{ name: 'a', kind: 'call', function: 'f', args: [] }], /"expected" is missing/],
    ['with a number that is not exact', [{ ...call, args: [[2 ** 53]] }], /"args" has a whole number too large/],
    ['with what is no JSON', [{ ...call, expected: Number.NaN }], /"expected" has a number that JSON cannot hold/],
    ['with a value that JSON does not have', [{ ...call, args: [1n] }], /"args" has a value/],
    ['with a list that holds itself', [{ ...call, args: endless }], /"args" is nested more than 100 deep/],
    ['with a value deeper than the stack', [{ ...call, expected: deeper }], /"expected" is nested more than 100 deep/],
    ['with such a value in a strange field', [{ ...io, more: deeper }], /kind "io" has no field "more"/],
    ['with too deep a value', [{ ...call, expected: deep }], /"expected" is nested more than 100 deep/],
    ['with a tolerance below 0', [{ ...call, tolerance: -1 }], /"tolerance"/],
    ['with a path out of the room', [{ ...code, file: '../x.py' }], /must not have empty folders/],
    ['without a file', [{ name: 'a', kind: 'code' }], /"file" must be the name/],
    ['with rows that no SQL gives', [{ ...code, rows: sql.rows }], /"rows" is for files that end with "\.sql" only/],
    ['of SQL without rows', [{ ...code, file: 'query.sql' }], /needs "rows"/],
    [
      'with a row too short',
      [{ ...sql, rows: { columns: ['a', 'b'], values: [[1, 2], [1]] } }],
      /^.*Row 2 of "rows" must have 2 values/,
    ],
    ['that is too large', [{ ...io, stdin: 'é'.repeat(TEST_LIMITS.testBytes / 2) }], /Keep a test within 48128/],
  ];
  for (const [what, tests, sentence] of refused) {
    it(`${what} are refused, once`, () => {
      const faults = testFaults(tests);
      assert.match(faults[0] ?? '', sentence);
      assert.equal(faults.length, 1, faults.join('\n'));
      assert.match(faults[0] ?? '', /[.\]}…]$/);
    });
  }
});

describe('names of files', () => {
  it('are accepted with folders, spaces and letters of every language', () => {
    for (const name of [
      'main.py',
      'data/cities.csv',
      'my notes.md',
      'größe.py',
      'می‌خواهم.py',
      '👩‍👩‍👧.txt',
      '.env',
      'a..b',
      'é'.repeat(127),
    ])
      assert.equal(fileNameFault(name), null, name);
  });

  it('that lead elsewhere or are invisible are refused', () => {
    const wrong = [
      '',
      ' ',
      '/etc/passwd',
      '../a',
      'a/../b',
      './a',
      'a//b',
      'a/',
      'a\\b',
      'C:/a',
      'a\nb',
      'a\u202eyp.exe',
      'main\u200b.py',
      'ma\u200din.py',
      'a/ b',
      'b ',
      'é'.repeat(128),
    ];
    for (const name of wrong) assert.match(fileNameFault(name) ?? '', /\.$/, JSON.stringify(name));
  });

  it('clash when only case or normal form differ', () => {
    assert.equal(fileNameKey('Große.PY'), fileNameKey('große.py'));
    assert.equal(fileNameKey('caf\u00e9'), fileNameKey('CAFE\u0301'));
    assert.equal(fileNameKey('می‌خواهم.py'), fileNameKey('میخواهم.py'));
    assert.equal(fileNameKey('1\ufe0f.py'), fileNameKey('1.py'));
    assert.notEqual(fileNameKey('a.py'), fileNameKey('b.py'));
  });
});

describe('output', () => {
  it('is compared without whitespace at line ends and empty lines at the end', () => {
    assert.ok(sameOutput('a  \r\nb\t\n\n \n', 'a\nb'));
    assert.ok(sameOutput('', '\n\n'));
    assert.ok(!sameOutput(' a\nb', 'a\nb'), 'what is indented differently differs');
    assert.ok(!sameOutput('\na', 'a'), 'empty lines before the end count');
    assert.ok(!sameOutput('a b', 'a  b'), 'white space inside a line counts');
    assert.equal(comparableOutput('a \n\nb\n'), 'a\n\nb');
  });

  it('is compared exactly where the test says so', () => {
    assert.ok(sameOutput('a \n', 'a \n', 'none'));
    assert.ok(!sameOutput('a\n', 'a', 'none'));
    assert.ok(!sameOutput('a ', 'a', 'none'));
  });
});

describe('values', () => {
  const same: [actual: unknown, expected: Json, tolerance?: number][] = [
    [1, 1],
    [0.1 + 0.2, 0.3],
    [-0, 0],
    [1e300 * (1 + 1e-12), 1e300],
    [3.14, 3, 0.1],
    [undefined, null],
    [
      { b: [1, { c: 'x' }], a: true },
      { a: true, b: [1, { c: 'x' }] },
    ],
    [{ a: 1, b: undefined }, { a: 1 }],
    [Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
    [[undefined], [null]],
  ];
  for (const [actual, expected, tolerance] of same)
    it(`${JSON.stringify(actual)} equals ${JSON.stringify(expected)}`, () =>
      assert.equal(firstDifference(actual, expected, tolerance), null));

  it('with several readings are equal by one of them', () => {
    const digits = '1180591620717411303424';
    for (const [actual, expected] of [
      [new Either([2n ** 70n, digits]), digits],
      // As of Lua's `return nil, 'why'`.
      [new Either([[null, 'why'], null]), null],
      [new Either([1, 0]), 0],
      [new Either([0.3, '0.30']), '0.30'],
      [new Either([0.1 + 0.2, '0.30']), 0.3],
      [{ a: new Either([[], {}]) }, { a: {} }],
      [new Either([new Either([1, 'one']), 'RED']), 'RED'],
      [new Unordered([new Unordered([1, 2]), 3]), [3, [2, 1]]],
      [new Unordered([1, new Either(['x', 2])]), [2, 1]],
      [10n, 10],
    ] as [unknown, Json][])
      assert.equal(firstDifference(actual, expected), null);
  });

  it('that are not numbers equal themselves', () => {
    assert.equal(firstDifference([Number.NaN, Number.POSITIVE_INFINITY], [Number.NaN, Number.POSITIVE_INFINITY]), null);
    assert.deepEqual(firstDifference([Number.NaN], [1], 5), { path: '[0]', text: 'Expected 1, got NaN.' });
    assert.ok(firstDifference(Number.POSITIVE_INFINITY, 1, 9));
  });

  class Money {}
  const loop: Json[] = [];
  loop.push(loop);
  const other: [actual: unknown, expected: Json, path: string, text: RegExp, tolerance?: number][] = [
    [2, 3, '', /^Expected 3, got 2\.$/],
    [10 ** 12 + 1, 10 ** 12, '', /^Expected/],
    [3.2, 3, '', /^Expected/, 0.01],
    ['3', 3, '', /^Expected a number, got a text\.$/],
    [true, 1, '', /^Expected a number, got true or false\.$/],
    [undefined, 0, '', /^Expected a number, got null\.$/],
    [[2, 1], [1, 2], '[0]', /^Expected 1, got 2\.$/],
    [[1], [1, 2], '', /^Expected a list of length 2, got one of length 1\.$/],
    [{ a: [{ 'b c': 1 }] }, { a: [{ 'b c': 2 }] }, '.a[0]["b c"]', /^Expected 2, got 1\.$/],
    [{ a: 1 }, { a: 1, b: 2 }, '', /^The key "b" is missing\.$/],
    [{ a: 1, b: 2 }, { a: 1 }, '', /^There should be no key "b"\.$/],
    [{}, [], '', /^Expected a list, got an object\.$/],
    [[new Set([1])], [[1]], '[0]', /^Got a Set, which cannot be compared\. Return lists/],
    [new Map(), {}, '', /^Got a Map/],
    [new Money(), {}, '', /^Got a Money/],
    [10n, 11, '', /^Expected 11, got 10\.$/],
    [3n, 3.5, '', /^Expected 3\.5, got 3\.$/],
    [2n ** 70n, '1', '', /^Expected a text, got a number/],
    [new Either(['1', 2]), 3, '', /^Expected 3, got 2\./],
    [new Either([[], {}]), { a: 1 }, '', /key "a" is missing/],
    [[new Unordered([1, 2, 2])], [[2, 1, 1]], '[0]', /^The value 1 is missing\./],
    [new Unordered([1, 2, [3]]), [[3], 1], '', /^There should be no value 2\./],
    [new Unordered([1]), {}, '', /^Expected an object, got a set\./],
    [[new Incomparable('a Thing')], [1], '[0]', /^Got a Thing, which cannot be compared/],
    [() => 1, 1, '', /^Got a function/],
    [loop, [[[1]]], '[0]', /holds itself/],
    ['x'.repeat(1000), 'y', '', /…\.$/],
  ];
  for (const [actual, expected, path, text, tolerance] of other)
    it(`differ at ${JSON.stringify(path)}: ${text.source}`, () => {
      const found = firstDifference(actual, expected, tolerance);
      assert.equal(found?.path, path);
      assert.match(found?.text ?? '', text);
    });

  it('with keys of Object.prototype are compared like others', () => {
    assert.match(firstDifference({ toString: 1 }, {})?.text ?? '', /no key "toString"/);
    assert.match(firstDifference({}, { constructor: 1 })?.text ?? '', /"constructor" is missing/);
  });
});

describe('rows', () => {
  const rows = {
    columns: ['name', 'total'],
    values: [
      ['a', 1.5],
      ['a', 1.5],
      ['b', null],
    ],
  };
  it('may be in any order, each as often as expected', () => {
    assert.equal(firstRowDifference({ ...rows, values: rows.values.toReversed() }, rows), null);
    assert.match(
      firstRowDifference({ ...rows, values: rows.values.slice(1) }, rows)?.text ?? '',
      /\["a",1.5\] is missing/,
    );
    const more = { ...rows, values: [...rows.values, ['b', null]] };
    assert.match(firstRowDifference(more, rows)?.text ?? '', /no row \["b",null\]/);
  });

  it('are compared in order where the test says so', () => {
    assert.equal(firstRowDifference(rows, rows, true), null);
    assert.ok(firstRowDifference({ ...rows, values: rows.values.toReversed() }, rows, true));
  });

  it('have the expected columns, in any case', () => {
    assert.equal(firstRowDifference({ ...rows, columns: ['NAME', 'Total'] }, rows), null);
    assert.match(
      firstRowDifference({ ...rows, columns: ['name', 'sum'] }, rows)?.text ?? '',
      /^Expected the columns name, total, got name, sum\.$/,
    );
  });
});
