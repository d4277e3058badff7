/** Tests and results as lines of a document: a tolerant parser, and a writer within the limits. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { ChangeSet, Text } from '@codemirror/state';
import { lineChanges, linesOf } from '../../components/session/sync/line-changes.js';
import { mergeTests } from '../../components/tests/merge-tests.js';
import { utf8Length } from '../../party/shared/plain-text.js';
import {
  beginsIn,
  fittingLine,
  isSharedHidden,
  passedAll,
  readRuns,
  readSharedHidden,
  resultLine,
  resultName,
  resultSpace,
} from '../../party/shared/result-lines.js';
import { readTestLines, readTests, testLine, withSettings, writeTests } from '../../party/shared/test-lines.js';
import { RESULT_LIMITS, type TestResult } from '../../party/shared/test-results.js';
import { TEST_LIMITS, type Test } from '../../party/shared/tests.js';
import { cpuMs } from '../fixtures/cpu.js';
import { Dice } from '../room/world.js';

const io = (name: string, stdout = '1'): Test => ({ name, kind: 'io', stdin: '', stdout });
const passed = (name: string): TestResult => ({ name, state: 'passed', durationMs: 3, hidden: false });
const begin = (id: string, names: string[], at = 5) =>
  resultLine({ type: 'begin', id, by: 'Ada', replica: 2, at, names });
const result = (id: string, of: TestResult) => resultLine({ type: 'result', id, result: of });
describe('tests as lines', () => {
  it('are parsed as written, hidden ones in the document of hidden tests', () => {
    const tests: Test[] = [
      io('a'),
      {
        name: 'b \u{1f388}"',
        kind: 'call',
        function: 'add',
        args: [{ x: [1, null] }],
        expected: 'y\n\u2028',
        tolerance: 0.5,
      },
      { name: 'c', kind: 'code', file: 'test_c.py' },
    ];
    assert.deepEqual(readTests(writeTests(tests)), tests);
    const hidden = tests.map((test) => ({ ...test, hidden: true }));
    assert.deepEqual(readTests(writeTests(hidden), true), hidden);
    assert.deepEqual(readTests(writeTests(hidden)), tests);
    assert.ok(!writeTests(hidden).includes('hidden'));
  });

  it('are the same line whatever the order of their fields', () => {
    const one: Test = { name: 'a', kind: 'io', stdin: 'x', stdout: 'y', file: 'a.py' };
    const other = Object.fromEntries(Object.entries(one).reverse()) as unknown as Test;
    assert.equal(testLine(one), testLine(other));
  });

  it('are parsed from any text, with other lines kept apart', () => {
    const text = ['nonsense', '', '{"kind":"io"}', '{"__proto__":1}', 'null', '[]', testLine(io('a')), '{"name":'].join(
      '\n',
    );
    const read = readTestLines(text);
    assert.deepEqual(read.tests, [io('a')]);
    assert.equal(read.unreadable.length, 6);
    for (const strange of ['', '\n\n', '\u0000', '[', '[1,2]', '{}', '"x"', '[[[['])
      assert.deepEqual(readTests(strange), []);
    assert.deepEqual(readTests(JSON.stringify([io('a'), io('b')], null, 2)), [io('a'), io('b')]);
  });

  it('are parsed beside values nested deeper than the stack', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const call = `{"name":"b","kind":"call","function":"f","args":${deep},"expected":1}`;
    for (const strange of [deep, call, `{"name":"b","kind":"io","more":${deep}}`]) {
      const read = readTestLines(`${testLine(io('a'))}\n${strange}\n`);
      assert.deepEqual([read.tests, read.unreadable], [[io('a')], [strange]]);
    }
    for (const pasted of [deep, `[${testLine(io('a'))},${call}]`, `[${deep}`])
      assert.deepEqual(readTestLines(pasted).unreadable, [pasted]);
    assert.equal(withSettings(deep), `${deep}\n`);
  });

  it('have settings on a line of their own', () => {
    const text = writeTests([io('a')], { hiddenResults: 'names' });
    assert.equal(text.split('\n')[0], '{"hiddenResults":"names"}');
    assert.deepEqual(readTestLines(text).settings, { hiddenResults: 'names' });
    assert.deepEqual(readTestLines('{"hiddenResults":"all","candidateTests":true}').settings, { candidateTests: true });
    assert.deepEqual(readTestLines('{"candidateTests":"yes"}').settings, {});
  });

  it('of the same name are both kept, and two equal ones are one', () => {
    const long = 'x'.repeat(TEST_LIMITS.nameLength);
    const text = [io('a'), io('a', '2'), io('a'), io('a', '3'), io(long), io(long, '2')].map(testLine).join('\n');
    const names = readTests(text).map(({ name }) => name);
    assert.deepEqual(names, ['a', 'a (2)', 'a (3)', long, `${'x'.repeat(TEST_LIMITS.nameLength - 4)} (2)`]);
  });

  it('get the next free number, whatever numbers others have written', () => {
    const text = [io('a (3)'), io('a'), io('a', '2'), io('a', '3'), io('a (3)', '4')].map(testLine).join('\n');
    const names = readTests(text).map(({ name }) => name);
    assert.deepEqual(names, ['a (3)', 'a', 'a (2)', 'a (4)', 'a (3) (2)']);
  });

  it('of very many lines with the same or similar names are parsed in linear time', () => {
    const prefix = '\u{1f388}'.repeat(TEST_LIMITS.nameLength - 12);
    for (const name of [() => 'a', (at: number) => `${prefix}${Math.floor(at / 2)}`]) {
      const lines = Array.from({ length: 12_000 }, (_, at) => testLine(io(name(at), `${at}`)));
      let names = new Set<string>();
      const took = cpuMs(() => {
        names = new Set(readTests(lines.join('\n')).map(({ name }) => name));
      });
      assert.equal(names.size, 12_000);
      assert.ok(Math.max(...[...names].map((one) => [...one].length)) <= TEST_LIMITS.nameLength);
      assert.ok(took < 1_500, `${took} ms`);
    }
  });
});

describe('merging a changed list of tests', () => {
  const base = [io('a'), io('b'), io('c')];

  it('is the wanted list when nobody else has changed it', () => {
    const wanted = [io('c'), io('d'), io('a', '9')];
    assert.deepEqual(mergeTests(base, base, wanted), wanted);
  });

  it('keeps what others have added, changed and removed', () => {
    const current = [io('a', 'theirs'), io('c'), io('e')];
    assert.deepEqual(mergeTests(current, base, [...base, io('d')]), [io('a', 'theirs'), io('c'), io('e'), io('d')]);
    assert.deepEqual(mergeTests(current, base, [io('b'), io('c', 'mine')]), [io('c', 'mine'), io('e')]);
    assert.deepEqual(mergeTests(current, base, [io('a'), io('b', 'mine'), io('c')]), [...current, io('b', 'mine')]);
    assert.deepEqual(mergeTests(current, base, [...base, io('e', 'mine')]), [...current, io('e', 'mine')]);
  });
});

describe('changes of whole lines', () => {
  const apply = (text: Text, after: string[]) => {
    const change = ChangeSet.of(lineChanges(text, after), text.length);
    return { change, result: change.apply(text).toString() };
  };

  it('give the wanted lines from any text, and touch no line that stays', () => {
    const dice = new Dice(3);
    const some = () =>
      Array.from({ length: dice.below(8) }, () => 'abcdef'.charAt(dice.below(6)).repeat(1 + dice.below(3)));
    for (let round = 0; round < 3_000; round++) {
      const before = some();
      const open = dice.chance(30);
      const text = Text.of((before.join('\n') + (open || before.length === 0 ? '' : '\n')).split('\n'));
      const after = some();
      const { change, result: found } = apply(text, after);
      const written = after.map((line) => `${line}\n`).join('');
      assert.ok(
        found === written || (open && `${found}\n` === written),
        JSON.stringify({ before, open, after, found }),
      );
      if (!open) change.iterChangedRanges((from) => assert.ok(from === 0 || text.sliceString(from - 1, from) === '\n'));
    }
  });

  it('of very long texts replace all between the first and the last that differ, without a table of all pairs', () => {
    const lines = (name: string) => Array.from({ length: 20_000 }, (_, at) => `${name} ${at}`);
    const [before, after] = [lines('old'), lines('new')].map((each) => ['first', ...each, 'last']) as [
      string[],
      string[],
    ];
    const start = performance.now();
    const { change, result } = apply(Text.of([...before, '']), after);
    assert.equal(result, `${after.join('\n')}\n`);
    assert.ok(performance.now() - start < 5_000, 'at once');
    const touched: number[] = [];
    change.iterChangedRanges((from, to) => touched.push(from, to));
    assert.deepEqual(touched, ['first\n'.length, before.join('\n').length - 'last'.length]);
  });

  it('made by two people at the same time lose no line of either', () => {
    const dice = new Dice(5);
    for (let round = 0; round < 1_000; round++) {
      const before = Array.from({ length: dice.below(6) }, (_, at) => `old ${at}`);
      const text = Text.of(
        before
          .map((line) => `${line}\n`)
          .join('')
          .split('\n'),
      );
      const added = (who: string) => {
        const lines = before.filter(() => dice.chance(70));
        for (let count = dice.below(3); count >= 0; count--)
          lines.splice(dice.below(lines.length + 1), 0, `${who} ${count}`);
        return lines;
      };
      const [mine, theirs] = [added('mine'), added('theirs')];
      const [one, other] = [apply(text, mine).change, apply(text, theirs).change];
      const both = linesOf(other.map(one).apply(one.apply(text)));
      const wanted = [
        ...mine.filter((line) => !before.includes(line)),
        ...theirs.filter((line) => !before.includes(line)),
      ];
      assert.deepEqual(both.filter((line) => !before.includes(line)).sort(), wanted.sort());
      assert.deepEqual(
        both.filter((line) => before.includes(line)),
        before.filter((line) => mine.includes(line) && theirs.includes(line)),
      );
    }
  });
});

describe('results as lines', () => {
  it('are those of the last started run; of earlier ones, results of tests not run again', () => {
    const lines = [begin('1', ['a', 'b']), result('1', passed('a')), result('1', { ...passed('b'), state: 'failed' })];
    const run = readRuns(lines.join('\n')).at(-1);
    assert.deepEqual(run, {
      id: '1',
      by: 'Ada',
      replica: 2,
      at: 5,
      names: ['a', 'b'],
      results: [passed('a'), { ...passed('b'), state: 'failed' }],
      stopping: false,
      ended: false,
    });
    const later = [
      result('0', passed('z')),
      ...lines,
      begin('2', ['a']),
      result('1', passed('a')),
      '{"type":"stop","id":"2"}',
      '{"type":"end","id":"2"}',
    ];
    const runs = readRuns(later.join('\n'));
    assert.deepEqual(
      runs.map(({ id }) => id),
      ['0', '1', '2'],
    );
    assert.deepEqual([runs[2]?.results, runs[2]?.stopping, runs[2]?.ended], [[], true, true]);
  });

  it('recognise a run that continues as another replica', () => {
    const again = resultLine({ type: 'begin', id: '1', by: 'Ada', replica: 7, at: 5, names: ['a'] });
    const [run] = readRuns([begin('1', ['a']), result('1', passed('a')), again].join('\n'));
    assert.deepEqual([run?.replica, run?.results.length, run?.ended], [7, 1, false]);
  });

  it('pass when the last run that has ended passed all, whoever wrote its lines and however', () => {
    const end = (id: string) => `{"type":"end","id":"${id}"}`;
    const failed = (name: string) => result('2', { ...passed(name), state: 'failed' });
    const first = [begin('1', ['a', 'b']), result('1', passed('a')), result('1', passed('b')), end('1')];
    const by = (lines: readonly string[]) => passedAll(lines.join('\n'), ['a', 'b']);
    assert.deepEqual([by([]), by(first), by(first.slice(0, 3)), by(first.slice(1))], [false, true, false, false]);
    // A run that is on does not count yet; when it has ended, the one before does not any more.
    const second = [...first, begin('2', ['a', 'b']), result('2', passed('a')), failed('b')];
    assert.deepEqual([by(second), by([...second, end('2')])], [true, false]);
    assert.equal(by([...second, end('2'), result('2', passed('b'))]), true);
    const other = JSON.stringify({ result: passed('b'), id: '2', type: 'result' });
    assert.equal(by([...second, other, end('2')]), true);
    const strange = begin('"result",', ['a', 'b']);
    const quoted = ['a', 'b'].map((name) => result('"result",', passed(name)));
    assert.equal(by([...second, strange, ...quoted, resultLine({ type: 'end', id: '"result",' })]), true);
  });

  it('are read for a verdict only as far as the last run goes', () => {
    const many = Array.from({ length: 50 }, (_, at) => [begin(`${at}`, ['a']), result(`${at}`, passed('a'))]);
    const text = [...many.flat(), '{"type":"end","id":"7"}'].join('\n');
    const parse = mock.method(JSON, 'parse');
    assert.equal(passedAll(text, ['a']), true);
    const results = parse.mock.calls.filter(({ arguments: [line] }) => String(line).startsWith('{"type":"result"'));
    parse.mock.restore();
    assert.equal(results.length, 1);
  });

  it('name who began their run, whatever its tests are called', () => {
    const lines = [
      begin('1', ['a\u2028b']),
      begin('2', ['"begin"']),
      'x "begin"',
      '{"begin"',
      result('3', passed('a')),
    ];
    assert.deepEqual([...beginsIn(lines.join('\n')).keys()], ['1', '2']);
    assert.equal(beginsIn('').size, 0);
  });

  it('are parsed from any text', () => {
    const strange = [
      'x',
      '{',
      '{}',
      '{"id":1}',
      '{"id":"1"}',
      '{"type":"begin","id":"1"}',
      '{"type":"begin","id":"1","names":[1,"a",null],"at":"x","replica":-1}',
      '{"type":"result","id":"1","result":null}',
      '{"type":"result","id":"1","result":{"name":"a","state":"great"}}',
      '{"type":"result","id":"1","result":{"name":"a","state":"passed","durationMs":"x","line":-3,"output":5,"hidden":1}}',
      '{"type":"hidden-verdict","id":"1","name":"a"}',
      '{"type":"__proto__","id":"__proto__"}',
    ];
    const [run] = readRuns(strange.join('\n'));
    assert.deepEqual(run, {
      id: '1',
      by: '',
      replica: 0,
      at: 1,
      names: ['a'],
      results: [{ name: 'a', state: 'passed', durationMs: 0, hidden: false }],
      stopping: false,
      ended: false,
    });
    assert.equal(readSharedHidden(strange.join('\n')), null);
    for (const text of ['', '\u0000', '[]', 'null\n1']) assert.deepEqual(readRuns(text), []);
  });

  it('of very many lines are parsed in linear time', () => {
    const many = Array.from({ length: 8_000 }, (_, at) => result('1', passed(`${at}`)));
    assert.equal(readRuns(many.join('\n'))[0]?.results.length, 8_000);
  });

  it('of very many runs are parsed in linear time, those without a start first', () => {
    const runs = Array.from({ length: 30_000 }, (_, at) => begin(`${at}`, [], at % 2));
    const text = [...runs, result('lost', passed('a'))].join('\n');
    let read = readRuns('');
    const took = cpuMs(() => {
      read = readRuns(text);
    });
    assert.deepEqual([read.length, read[0]?.id, read[1]?.id, read.at(-1)?.id], [30_001, 'lost', '0', '29999']);
    assert.ok(took < 600, `${took} ms`);
  });

  it('show candidates how many hidden tests passed, or which', () => {
    const told = (...lines: Parameters<typeof resultLine>[0][]) => readSharedHidden(lines.map(resultLine).join('\n'));
    const begun = { type: 'hidden-begin', id: 'h', by: 'Ada', replica: 2, at: 5, total: 3 } as const;
    const counts = { type: 'hidden-counts', id: 'h', passed: 1, failed: 1 } as const;
    assert.deepEqual(told(begun, counts), {
      id: 'h',
      by: 'Ada',
      replica: 2,
      at: 5,
      names: [],
      results: [],
      stopping: false,
      ended: false,
      counts: { passed: 1, failed: 1, total: 3 },
    });
    const named = told(
      begun,
      { type: 'hidden-verdict', id: 'h', name: 'x', passed: false },
      { type: 'hidden-end', id: 'h' },
    );
    assert.deepEqual(
      [named?.names, named?.results, named?.ended],
      [['x'], [{ name: 'x', state: 'failed', durationMs: 0, hidden: true }], true],
    );
    assert.deepEqual(
      [isSharedHidden(resultLine(counts)), isSharedHidden(begin('1', [])), isSharedHidden('x')],
      [true, false, false],
    );
    assert.deepEqual(
      [resultName(result('1', passed('a'))), resultName(begin('1', ['a'])), resultName('')],
      ['a', null, null],
    );
  });

  it('have cut texts, whole characters, and no texts without space', () => {
    const space = { length: RESULT_LIMITS.allLength, bytes: RESULT_LIMITS.allBytes };
    const loud: TestResult = {
      ...passed('a'),
      state: 'failed',
      output: `${'x'.repeat(RESULT_LIMITS.textLength - 1)}\u{1f388}`.repeat(300),
      actual: 'no',
    };
    const line = fittingLine('1', loud, space);
    const [run] = readRuns(line);
    assert.equal(run?.results[0]?.output, 'x'.repeat(RESULT_LIMITS.textLength - 1));
    assert.equal(run?.results[0]?.actual, 'no');
    assert.equal(space.length, RESULT_LIMITS.allLength - RESULT_LIMITS.textLength - 1);
    assert.ok(space.bytes > RESULT_LIMITS.allBytes - utf8Length(line));
    const quiet = readRuns(fittingLine('1', { ...loud, state: 'passed' }, space))[0]?.results[0];
    assert.equal(quiet?.output?.length, RESULT_LIMITS.passedLength);
    assert.deepEqual(readRuns(fittingLine('1', loud, { length: 100, bytes: 1e6 }))[0]?.results, [
      { ...passed('a'), state: 'failed' },
    ]);
  });

  it('whose writer has not cut their texts are cut where they are read', () => {
    const long = 'x'.repeat(RESULT_LIMITS.textLength + 1);
    for (const [state, most] of [
      ['failed', RESULT_LIMITS.textLength],
      ['passed', RESULT_LIMITS.passedLength],
    ] as const) {
      const texts = { expected: long, actual: long, reason: long, output: long, file: long };
      const [run] = readRuns(result('1', { ...passed('a'), state, ...texts }));
      const { expected, actual, reason, output, file } = run?.results[0] ?? assert.fail();
      const lengths = [expected, actual, reason, output, file].map((text) => text?.length);
      assert.deepEqual(lengths, Array(5).fill(most));
    }
  });

  it('of 500 tests that print a megabyte stay within a room’s limit', () => {
    for (const loud of ['x', '\u0000', '\ud800', '€', '\u{1f388}']) {
      const names = Array.from({ length: 500 }, (_, at) => `${at}${'\u{1f388}'.repeat(116)}`);
      const first = begin('1', names);
      const space = resultSpace([first], names);
      const lines = names.map((name) =>
        fittingLine(
          '1',
          { ...passed(name), state: 'failed', output: loud.repeat(1e6), expected: loud.repeat(5_000) },
          space,
        ),
      );
      assert.ok(utf8Length([first, ...lines].join('\n')) <= RESULT_LIMITS.allBytes, loud);
      assert.equal(readRuns([first, ...lines].join('\n'))[0]?.results.length, 500);
    }
  });
});
