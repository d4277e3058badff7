/** The parts of running a room's tests that need no interpreter. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { registerLanguage } from '../../components/runner/languages/registry.js';
import type { RunOne, RunResult } from '../../components/runner/runner.js';
import { Either, Incomparable, Unordered } from '../../components/tests/compare-values.js';
import { errorSentence } from '../../components/tests/error-sentence.js';
import { missingFunction } from '../../components/tests/near-names.js';
import { readReport } from '../../components/tests/report.js';
import { ResultTexts } from '../../components/tests/result-texts.js';
import { readAs, returnedValue, shownValue } from '../../components/tests/returned-value.js';
import { runTests } from '../../components/tests/run-tests.js';
import { RESULT_LIMITS, type TestResult } from '../../party/shared/test-results.js';
import type { Test } from '../../party/shared/tests.js';

const NUL = '\0';

describe('A value from an interpreter', () => {
  const mark = (kind: string, value: unknown) => ({ [NUL]: [kind, value] });

  it('is decoded from JSON with marks', () => {
    assert.deepEqual(returnedValue([1, { a: mark('number', 'Infinity') }]), [1, { a: Number.POSITIVE_INFINITY }]);
    assert.deepEqual(returnedValue(mark('or', [mark('whole', '12'), '12'])), new Either([12n, '12']));
    assert.deepEqual(returnedValue(mark('set', [1])), new Unordered([1]));
    assert.deepEqual(
      returnedValue(
        mark('fields', [
          ['a', 'b'],
          [1, 2],
        ]),
      ),
      new Either([[1, 2], { a: 1, b: 2 }]),
    );
    assert.deepEqual(returnedValue(mark('map', [['a', 1]])), new Either([{ a: 1 }, [['a', 1]]]));
    assert.deepEqual(returnedValue({ [NUL + NUL]: 1 }), { [NUL]: 1 });
  });

  it('with an invalid mark cannot be compared', () => {
    const forged = [mark('map', [1]), mark('fields', []), mark('fields', [1, 2]), mark('not', { toString: 1 })];
    for (const wrong of [mark('what', 1), { [NUL]: 5 }, mark('whole', 'x'), mark('or', 1), ...forged])
      assert.ok(returnedValue(wrong) instanceof Incomparable, JSON.stringify(wrong));
  });

  it('that is nested without end cannot be compared', () => {
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    assert.ok(returnedValue(deep) instanceof Incomparable);
  });

  it('is shown on one line if short, and as it was read', () => {
    assert.equal(shownValue({ a: [1, null, 'x'], b: {} }), '{"a": [1, null, "x"], "b": {}}');
    const long = { name: 'x'.repeat(50), list: ['y'.repeat(30), 2] };
    assert.equal(shownValue(long), `{\n  "name": "${'x'.repeat(50)}",\n  "list": ["${'y'.repeat(30)}", 2]\n}`);
    assert.equal(shownValue(readAs([new Either([0.3, '0.30'])], ['0.31'])), '["0.30"]');
    assert.equal(shownValue([new Incomparable('a Thing')]), '[<a Thing>]');
  });
});

describe('Names similar to a missing one', () => {
  const file = 'def play_game():\n    def inner(): pass\nclass Bank: pass\nlocal function sum() end\n';

  it('are those of top-level functions and classes', () => {
    assert.equal(
      missingFunction('playGame', 'a.py', file),
      'There is no function playGame in a.py. Did you mean play_game?',
    );
    assert.equal(missingFunction('bnk', 'a.py', file), 'There is no function bnk in a.py. Did you mean Bank?');
    assert.equal(
      missingFunction('add', 'a.py', 'def ad(): pass\ndef adds(): pass\n'),
      'There is no function add in a.py. Did you mean ad, adds?',
    );
    assert.equal(
      missingFunction('other', 'a.py', file),
      'There is no function other in a.py. It has play_game, Bank, sum.',
    );
    assert.equal(missingFunction('other', 'a.py', 'x = 1'), 'There is no function other in a.py.');
    const javascript =
      'export async function load() {}\nconst add = (a) => a, no = 1;\nexport const limit = 5;\nvar f = async x => x;';
    assert.equal(
      missingFunction('transform', 'a.py', javascript),
      'There is no function transform in a.py. It has load, add, f.',
    );
    assert.equal(
      missingFunction(
        'next',
        'a.js',
        'function * gen() {}\nfunction* other() {}\nfunction *third() {}\nfunction\n\tlast() {}',
      ),
      'There is no function next in a.js. It has gen, other, third, last.',
    );
  });

  it('are searched quickly, whatever stands in the file', () => {
    const began = performance.now();
    for (const text of [
      'function',
      'function *',
      'async function',
      'def',
      'export',
      'local function',
      'const a =',
      'const',
    ])
      for (const filling of [' ', '\n', '\t', 'a', '='])
        missingFunction('next', 'a.js', `${text}${filling.repeat(200_000)}`);
    assert.ok(performance.now() - began < 1_000, `${performance.now() - began} ms`);
  });
});

describe('The sentence of an error', () => {
  const sentences: [stderr: string, sentence: string][] = [
    [
      'Traceback (most recent call last):\n  File "main.py", line 1, in <module>\n    1 / 0\n    ~~^~~\nZeroDivisionError: division by zero\n',
      'ZeroDivisionError: division by zero',
    ],
    [
      'warned\nTraceback (most recent call last):\n  File "a.py", line 1, in <module>\nValueError: two\nlines\n',
      'ValueError: two\nlines',
    ],
    [
      'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n    check()\n    ~~~~~^^\n  File "a.py", line 2, in check\n    raise ValueError(x)\nValueError: lists differ:\n  expected [1]\n  got [2]\n',
      'ValueError: lists differ:\n  expected [1]\n  got [2]',
    ],
    ['  File "main.py", line 2\n    if x\n        ^\nSyntaxError: expected \':\'\n', "SyntaxError: expected ':'"],
    ['noise\nUncaught TypeError: no\nsecond\n    at f (main.js:1:2)\nand more\n', 'TypeError: no\nsecond'],
    [
      'main.lua:3: attempt to add a nil value\nstack traceback:\n    main.lua:3',
      'main.lua:3: attempt to add a nil value',
    ],
    [
      '\x1b[33mmain.cpp:3:7: warning: unused\n    3 | int x;\x1b[39m\nmain.cpp:17: terminate called\n',
      'main.cpp:17: terminate called',
    ],
    ['\x1b[33mmain.cpp:3:7: warning: unused\x1b[39m\n', ''],
    ['', ''],
  ];
  for (const [stderr, sentence] of sentences)
    it(JSON.stringify(sentence), () => assert.equal(errorSentence(stderr), sentence));
});

describe('Texts of results', () => {
  it('are cut, those of passed tests sooner, and in total', () => {
    const texts = new ResultTexts();
    const result = (state: TestResult['state']): TestResult => ({
      name: 'x',
      state,
      actual: '😀'.repeat(5_000),
      durationMs: 0,
      hidden: false,
    });
    assert.equal(texts.cut(result('passed')).actual?.length, RESULT_LIMITS.passedLength);
    assert.equal(
      texts.cut({ ...result('failed'), actual: `x${'😀'.repeat(5_000)}` }).actual?.length,
      RESULT_LIMITS.textLength - 1,
    );
    for (let count = 0; count < 100; count++) texts.cut(result('failed'));
    assert.equal(texts.cut(result('failed')).actual, undefined);
    assert.equal(texts.cut({ ...result('failed'), actual: '' }).actual, '', 'nothing that was printed takes no space');
  });
});

describe('Two long outputs', () => {
  const resultOf = async (stdout: string, printed: string, state: RunResult['state'] = 'done') => {
    const runOne: RunOne = async (_request, sink) => {
      sink.output('stdout', printed);
      return { state, durationMs: 1 };
    };
    const tests: Test[] = [{ name: 'a', kind: 'io', stdin: '', stdout }];
    const order = { tests, language: 'python', entry: 'main.py', files: [{ name: 'main.py', text: '' }] };
    const [result] = await runTests(order, runOne, { result: () => {} }, new AbortController().signal);
    return result ?? assert.fail('there is no result');
  };
  const same = Array.from({ length: 2_000 }, (_, line) => `line ${line}\n`).join('');

  it('that differ late are kept where they differ', async () => {
    const { expected = '', actual = '', output } = await resultOf(`${same}right\n${same}`, `${same}wrong\n${same}`);
    assert.equal(output, undefined);
    for (const [text, word] of [
      [expected, 'right'],
      [actual, 'wrong'],
    ] as const) {
      assert.ok(text.startsWith('…'), text.slice(0, 20));
      assert.ok(text.includes(word));
      assert.ok(text.length > 3_000 && text.length <= RESULT_LIMITS.textLength, `${text.length}`);
    }
    assert.equal(expected.slice(0, expected.indexOf('right')), actual.slice(0, actual.indexOf('wrong')));
    const { expected: all = '', actual: half = '' } = await resultOf(`${same}right\n`, same);
    assert.ok(all.startsWith('…') && all.includes('right') && half.startsWith('…'), half.slice(0, 20));
  });

  it('in one line are kept where they differ', async () => {
    const line = '😀'.repeat(10_000);
    const { expected = '', actual = '' } = await resultOf(`${line}a`, `${line}b`);
    assert.ok(expected.startsWith('…') && expected.endsWith('a') && actual.endsWith('b'));
    assert.equal(expected.isWellFormed() && actual.isWellFormed(), true);
  });

  it('that differ early are kept from their beginning', async () => {
    const { expected, actual } = await resultOf(`right\n${same}`, `wrong\n${same}`);
    assert.equal(expected, `right\n${same}`.slice(0, RESULT_LIMITS.textLength));
    assert.equal(actual, `wrong\n${same}`.slice(0, RESULT_LIMITS.textLength));
  });
});

describe('A report', () => {
  it('that is malformed is ignored', () => {
    const forged = [
      '{"kind":"missing","name":{"toString":1}}',
      '{"kind":"cases","failures":[{"name":{"toString":1}}],"count":1}',
      '{"kind":"cases","failures":[],"count":{"valueOf":1,"toString":1}}',
    ];
    for (const wrong of [
      ...['', '{', '5', 'null', '{"kind":"other"}', '{"kind":"rows","columns":[1],"values":[]}'],
      ...forged,
    ])
      assert.equal(readReport(wrong), undefined, wrong);
  });
});

describe('Running tests', () => {
  const order = (tests: Test[]) => ({
    tests,
    language: 'python',
    entry: 'main.py',
    files: [{ name: 'main.py', text: '' }],
  });
  const io = (name: string, more = {}): Test => ({ name, kind: 'io', stdin: '', stdout: 'x', ...more });
  const prints: RunOne = async (_request, sink) => {
    sink.output('stdout', 'x\n');
    return { state: 'done', durationMs: 1 };
  };
  const states = (results: TestResult[]) => results.map(({ state }) => state);
  const never = new AbortController().signal;

  it('reports each result as it arrives, hidden ones as such', async () => {
    const told: TestResult[] = [];
    const results = await runTests(
      order([io('a'), io('b', { hidden: true })]),
      prints,
      { result: (one) => void told.push(one) },
      never,
    );
    assert.deepEqual(told, results);
    assert.deepEqual(
      results.map(({ hidden }) => hidden),
      [false, true],
    );
  });

  it('goes on behind a program that has forged its report', async () => {
    const cell = JSON.stringify({ toString: 1 });
    const forges: RunOne = async (_request, sink) => {
      sink.tested?.(`{"kind":"rows","columns":["a"],"values":[[${cell}]]}`);
      return { state: 'done', durationMs: 1 };
    };
    const rows = (name: string): Test => {
      return { name, kind: 'code', file: 'a.sql', rows: { columns: ['a'], values: [[1]] } };
    };
    const given = { ...order([rows('a'), rows('b')]), files: [{ name: 'a.sql', text: '' }] };
    const results = await runTests(given, forges, { result: () => {} }, never);
    assert.deepEqual(states(results), ['error', 'error']);
    assert.equal(results[1]?.reason, 'The test was not carried out.');
  });

  it('skips the rest in a language that cannot be loaded, and says why', async () => {
    const lost: RunOne = async ({ language }, sink) => {
      if (language === 'python') throw new Error('Python could not be loaded.');
      return prints({ id: '', language, code: '', fileName: '' }, sink, never);
    };
    const files = [
      { name: 'main.py', text: '' },
      { name: 'a.js', text: '' },
    ];
    const tests = [io('a'), io('b'), io('c', { file: 'a.js' })];
    const results = await runTests({ ...order(tests), files }, lost, { result: () => {} }, never);
    assert.deepEqual(states(results), ['error', 'skipped', 'passed']);
    assert.equal(results[0]?.reason, 'Python could not be loaded.');
    assert.equal(results[1]?.output, 'Python could not be loaded.');
  });

  it('says what a test lacks', async () => {
    const reasons = async (...tests: Test[]) =>
      (await runTests(order(tests), prints, { result: () => {} }, never)).map(({ reason }) => reason);
    const [missing, kind] = await reasons(io('a', { file: 'other.py' }), {
      name: 'b',
      kind: 'call',
      file: 'main.py',
      function: 'f',
      args: [],
      expected: 1,
    });
    assert.equal(missing, 'There is no file other.py. Add it, or change the test.');
    assert.equal(kind, 'The program ended itself before the test had.');
  });

  it('finds the file of a test as everything else does: case and a leading ./ do not matter', async () => {
    const asked: string[] = [];
    const runOne: RunOne = async ({ fileName }) => {
      asked.push(fileName);
      return { state: 'done', durationMs: 1 };
    };
    const files = [
      { name: 'main.py', text: '' },
      { name: 'lib/caf\u00e9.py', text: '' },
    ];
    const tests = ['Main.py', './main.py', 'lib/cafe\u0301.py'].map((file) => io(file, { file }));
    await runTests({ ...order(tests), files }, runOne, { result: () => {} }, never);
    assert.deepEqual(asked, ['main.py', 'main.py', 'lib/caf\u00e9.py']);
  });

  it('runs as many as a room may have, and announces how many follow', async () => {
    const tests = Array.from({ length: 500 }, (_, index) =>
      io(String(index), index % 2 === 0 ? {} : { file: 'a.js', stdout: 'y' }),
    );
    const files = [
      { name: 'main.py', text: '' },
      { name: 'a.js', text: '' },
    ];
    const following: (number | undefined)[] = [];
    const long: RunOne = async ({ follow }, sink) => {
      following.push(follow);
      sink.output('stdout', `x\n${'z'.repeat(10_000)}`);
      return { state: 'done', durationMs: 1 };
    };
    const results = await runTests({ ...order(tests), files }, long, { result: () => {} }, never);
    assert.equal(results.length, 500);
    assert.deepEqual(following.slice(0, 4), [249, 249, 248, 248]);
    assert.deepEqual(following.slice(-2), [0, 0]);
    const characters = results.reduce(
      (sum, { actual = '', expected = '' }) => sum + actual.length + expected.length,
      0,
    );
    assert.ok(characters <= RESULT_LIMITS.allLength, `${characters} characters`);
    assert.ok(results.every(({ state }) => state === 'failed'));
  });

  it('compares output in a language that runs remotely, and says why other kinds cannot run there', async () => {
    registerLanguage({ id: 'elsewhere', label: 'Elsewhere', run: async () => 'done' });
    const tests: Test[] = [
      io('a'),
      { name: 'b', kind: 'call', function: 'f', args: [], expected: 1 },
      { name: 'c', kind: 'code', file: 'main.py' },
    ];
    const results = await runTests({ ...order(tests), language: 'elsewhere' }, prints, { result: () => {} }, never);
    assert.deepEqual(states(results), ['passed', 'error', 'error']);
    assert.match(results[1]?.reason ?? '', /^Functions of Elsewhere cannot be called/);
    assert.match(results[2]?.reason ?? '', /^Test files in Elsewhere cannot be run/);
  });

  it('skips all when it was stopped before', async () => {
    assert.deepEqual(
      states(await runTests(order([io('a'), io('b')]), prints, { result: () => {} }, AbortSignal.abort())),
      ['skipped', 'skipped'],
    );
  });
});
