/** The tests of a room and their results: concurrent changes are kept, everybody sees the last run, and candidates see what they may of hidden tests. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import type { Session } from '../../components/session/session.js';
import { addFile } from '../../components/session/sync/file-changes.js';
import { RoomTests } from '../../components/tests/room-tests.js';
import { candidatesWrite, hasTests, listsTests } from '../../components/tests/test-presence.js';
import { sentenceFor } from '../../party/shared/refusals.js';
import type { Role } from '../../party/shared/roles.js';
import { type HiddenResults, RESULT_LIMITS, type TestResult } from '../../party/shared/test-results.js';
import type { Test } from '../../party/shared/tests.js';
import { World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const CANARY = 'canary-77aa';
const io = (name: string, stdout = '1'): Test => ({ name, kind: 'io', stdin: '', stdout });
const hidden = (name: string): Test => ({ ...io(name), hidden: true });
const outcome = (name: string, state: TestResult['state'] = 'passed'): TestResult => ({
  name,
  state,
  durationMs: 2,
  hidden: false,
});

let w: World;
let all: RoomTests[] = [];
const session = (index: number) => w.sessions[index] as Session;
const of = (index: number): RoomTests => {
  const tests = all[index];
  assert.ok(tests);
  return tests;
};
const names = (index: number) => of(index).tests.map(({ name }) => name);
const states = (index: number) => of(index).run?.results.map(({ name, state }) => `${name} ${state}`);

async function comes(role: Role, name = ''): Promise<number> {
  const index = await w.join({ token: await w.token(role, name), name });
  await w.until(() => ['live', 'ended'].includes(session(index).status));
  all[index] = new RoomTests(session(index));
  return index;
}

/** What was written a moment ago has been sent, and everybody has heard of it. */
async function passes(ms = 150): Promise<void> {
  for (let round = 0; round < 5; round++) {
    mock.timers.tick(ms);
    await w.settle();
  }
}

describe('the tests of a room', () => {
  beforeEach(async () => {
    all = [];
    w = await World.made({ code: 'a\n' });
  });

  it('are the same for everybody, hidden ones for interviewers only', async () => {
    const [ada, ben] = [await comes('interviewer'), await comes('candidate')];
    let news = 0;
    of(ben).addEventListener('change', () => news++);
    of(ada).set([io('a'), hidden('h'), io('b')]);
    assert.deepEqual(names(ada), ['a', 'b', 'h']);
    await w.settle();
    assert.deepEqual(of(ben).tests, [io('a'), io('b')]);
    assert.ok(news > 0);
    assert.deepEqual(of(await comes('interviewer', 'Grace')).tests, [io('a'), io('b'), hidden('h')]);
    assert.deepEqual(of(await comes('observer')).tests, [io('a'), io('b')]);
    of(ada).set(of(ada).tests.filter(({ name }) => name !== 'a'));
    await w.settle();
    assert.deepEqual([names(ada), names(ben)], [['b', 'h'], ['b']]);
  });

  it('added by two people at the same time are all kept, even with the same name', async () => {
    const [ada, grace] = [await comes('interviewer', 'Ada'), await comes('interviewer', 'Grace')];
    of(ada).set([io('old')]);
    await w.settle();
    of(ada).set([...of(ada).tests, io('hers'), hidden('h')]);
    of(grace).set([io('his'), ...of(grace).tests, io('hers', '2')]);
    await w.settle();
    for (const index of [ada, grace]) {
      assert.deepEqual([...names(index)].sort(), ['h', 'hers', 'hers (2)', 'his', 'old']);
      assert.equal(of(index).unreadable, 0);
    }
  });

  it('that two add at the same time are whole, however much it is', async () => {
    const [ada, grace] = [await comes('interviewer', 'Ada'), await comes('interviewer', 'Grace')];
    const large = (by: string) => Array.from({ length: 4 }, (_, at) => io(`${by} ${at}`, by.repeat(7_000 + 900 * at)));
    of(ada).set([io('old'), ...large('hers')]);
    of(grace).set(large('his'));
    of(ada).set([...of(ada).tests.slice(0, 3), io('late'), ...large('more')]);
    await w.settle();
    const left = [io('old'), ...large('hers').slice(0, 2), io('late'), ...large('his'), ...large('more')];
    for (const index of [ada, grace]) {
      assert.equal(of(index).unreadable, 0);
      assert.deepEqual([...names(index)].sort(), left.map(({ name }) => name).sort());
    }
  });

  it('edited in a form that was open for long do not undo others’ changes', async () => {
    const [ada, grace] = [await comes('interviewer', 'Ada'), await comes('interviewer', 'Grace')];
    of(ada).set([io('a'), io('b')]);
    await w.settle();
    const open = of(ada).tests;
    of(grace).set([io('a', 'new'), io('b'), io('c')]);
    await w.settle();
    of(ada).set([...open, io('d')], open);
    await w.settle();
    assert.deepEqual(of(grace).tests, [io('a', 'new'), io('b'), io('c'), io('d')]);
  });

  it('changed while offline are kept, together with those of others', async () => {
    const [ada, grace] = [await comes('interviewer', 'Ada'), await comes('interviewer', 'Grace')];
    w.cut(ada, true);
    of(ada).set([io('away')]);
    of(grace).set([io('here')]);
    await w.settle();
    await w.back(ada);
    await w.settle();
    for (const index of [ada, grace]) assert.deepEqual([...names(index)].sort(), ['away', 'here']);
    assert.deepEqual(w.refusals, []);
  });

  it('are listened to in the number a room may have without a warning', async () => {
    const warnings: Error[] = [];
    const warned = (warning: Error) => void warnings.push(warning);
    process.on('warning', warned);
    const ada = await comes('interviewer');
    const files = Array.from({ length: 12 }, (_, n) => addFile(session(ada).documents.files, { name: `${n}.py` }));
    await passes();
    await Promise.all(files);
    let news = 0;
    const listening = new RoomTests(session(ada));
    listening.addEventListener('change', () => news++);
    of(ada).set([io('a')]);
    await passes();
    assert.ok(news > 0);
    process.off('warning', warned);
    assert.deepEqual(
      warnings.filter(({ name }) => name === 'MaxListenersExceededWarning'),
      [],
    );
  });

  it('are refused with a sentence for each fault, and nothing changes', async () => {
    const ada = await comes('interviewer');
    of(ada).set([io('a')]);
    const wrong = [{ name: 'x', kind: 'io' }, io('y'), io('y')] as Test[];
    assert.throws(() => of(ada).set(wrong), /Test 1 \("x"\): .* Test 3 \("y"\): There is another test of this name/);
    assert.throws(() => of(ada).set('x' as never), /Tests are a list/);
    assert.deepEqual(names(ada), ['a']);
  });

  it('are none where there is a setting or results only, and then whoever may write them is offered to', async () => {
    for (const candidateTests of [false, true]) {
      all = [];
      w = await World.made({ candidateTests, hiddenResults: 'names' });
      const [ada, ben] = [await comes('interviewer'), await comes('candidate')];
      const told = (index: number) => [hasTests(session(index)), listsTests(session(index))];
      assert.deepEqual(
        [told(ada), told(ben)],
        [
          [true, false],
          [candidateTests, false],
        ],
      );
      assert.deepEqual(
        [ada, ben].map((index) => candidatesWrite(session(index))),
        [candidateTests, candidateTests],
      );
      of(ada).set([hidden('h')]);
      await w.settle();
      assert.deepEqual([listsTests(session(ada)), listsTests(session(ben))], [true, false]);
      of(ada).set([io('"candidateTests":true')]);
      await w.settle();
      assert.deepEqual([listsTests(session(ada)), listsTests(session(ben))], [true, true]);
      assert.equal(candidatesWrite(session(ben)), candidateTests);
      const log = of(ada).begin({ names: ['"candidateTests":true'], hidden: false });
      log.record(outcome('"candidateTests":true'));
      log.end();
      await passes();
      of(ada).set([]);
      await w.settle();
      assert.deepEqual(
        [told(ada), told(ben)],
        [
          [true, false],
          [true, false],
        ],
      );
      assert.equal(candidatesWrite(session(ben)), candidateTests);
    }
  });

  it('may have the name of a hidden one, and their results are their own', async () => {
    w = await World.made({ candidateTests: true });
    all = [];
    const [ada, ben] = [await comes('interviewer', 'Ada'), await comes('candidate', 'Ben')];
    of(ada).set([hidden('Test 1')]);
    await w.settle();
    of(ben).set([io('Test 1')]);
    await w.settle();
    const here = of(ada).tests;
    of(ada).set([...here, io('Test 2')]);
    of(ada).set(of(ada).tests.map((test) => (test.hidden ? { ...hidden('Test 1'), stdin: 'new' } : test)) as Test[]);
    await w.settle();
    assert.deepEqual(
      of(ada).tests.map(({ name, hidden = false }) => [name, hidden]),
      [
        ['Test 1', false],
        ['Test 2', false],
        ['Test 1', true],
      ],
    );
    assert.deepEqual(of(ben).tests, [io('Test 1'), io('Test 2')]);
    for (const name of ['Test 1', 'Test 2']) {
      const log = of(ada).begin({ names: [name], hidden: false });
      log.record({ name, state: 'failed', durationMs: 1, hidden: false });
      log.end();
      await passes();
    }
    assert.equal(of(ada).earlier(false).get('Test 1')?.state, 'failed');
    assert.equal(of(ada).earlier(true).get('Test 1'), undefined);
  });

  it('can be changed by interviewers, by candidates if the room allows it, never by observers', async () => {
    for (const candidateTests of [false, true]) {
      all = [];
      w = await World.made({ candidateTests });
      const [ada, ben, cy] = [await comes('interviewer'), await comes('candidate'), await comes('observer')];
      assert.deepEqual(
        [ada, ben, cy].map((index) => of(index).mayEdit),
        [true, candidateTests, false],
      );
      const watching = sentenceFor('only-watching', { role: 'observer' });
      assert.throws(() => of(cy).set([io('x')]), new Error(watching));
      const kept = new Error(sentenceFor('interviewers-tests'));
      if (candidateTests) of(ben).set([io('of Ben')]);
      else assert.throws(() => of(ben).set([io('of Ben')]), kept);
      assert.throws(() => of(ben).set([hidden('h')]), kept);
      assert.throws(() => of(ben).setHiddenResults('names'), kept);
      await w.settle();
      assert.deepEqual(names(ada), candidateTests ? ['of Ben'] : []);
      of(ada).set([...of(ada).tests, io('of Ada')]);
      await w.settle();
      assert.deepEqual(of(ben).mayEdit, candidateTests, 'what the room was made with stays');
      assert.deepEqual(w.refusals, []);
    }
  });

  it('of an open room can be changed by everybody', async () => {
    w = await World.of(2);
    all = w.sessions.map((one) => new RoomTests(one));
    of(0).set([io('one')]);
    await w.settle();
    of(1).set([...of(1).tests, io('two')]);
    await w.settle();
    assert.deepEqual([names(0), of(0).mayEdit], [['one', 'two'], true]);
    const log = of(1).begin({ names: ['one'], hidden: false });
    log.record(outcome('one'));
    log.end();
    await passes();
    assert.deepEqual([states(0), of(0).run?.ended], [['one passed'], true]);
  });

  it('can be read but not changed when the room has ended', async () => {
    const [ada, ben] = [await comes('interviewer'), await comes('candidate')];
    of(ada).set([io('a'), hidden('h')]);
    await w.settle();
    const log = of(ben).begin({ names: ['a'], hidden: false });
    await w.settle();
    session(ada).standing.end(true);
    await w.settle();
    log.record(outcome('a'));
    log.end();
    await passes();
    const over = new Error(sentenceFor('read-only'));
    assert.throws(() => of(ada).set([]), over);
    assert.throws(() => of(ben).begin({ names: ['a'], hidden: false }), over);
    assert.deepEqual([names(ada), states(ada), w.refusals], [['a', 'h'], [], []]);
    session(ada).standing.end(false);
    await passes();
    assert.deepEqual([states(ada), of(ada).run?.ended], [['a passed'], true], 'what could not be written comes');
  });

  it('that cannot be parsed are counted, and kept when others are changed', async () => {
    const ada = await comes('interviewer');
    const { tests } = session(ada).documents;
    tests.edit(ChangeSet.of({ from: 0, insert: 'nonsense\n{"name":"later","kind":"of another version"}' }, 0));
    assert.deepEqual([of(ada).unreadable, names(ada)], [2, []]);
    of(ada).set([io('a')]);
    assert.deepEqual([of(ada).unreadable, names(ada)], [2, ['a']]);
    of(ada).set([]);
    assert.deepEqual([of(ada).unreadable, names(ada), tests.text.toString()], [0, [], '']);
  });

  it('may be a JSON list, which the next change converts to lines', async () => {
    const ada = await comes('interviewer');
    const { tests } = session(ada).documents;
    tests.edit(ChangeSet.of({ from: 0, insert: JSON.stringify([io('a'), io('b')], null, 2) }, 0));
    assert.deepEqual([names(ada), of(ada).unreadable], [['a', 'b'], 0]);
    of(ada).set([...of(ada).tests, io('c')]);
    assert.equal(tests.text.lines, 4);
    assert.deepEqual(names(ada), ['a', 'b', 'c']);
  });
});

describe('a run of tests', () => {
  let [ada, ben] = [0, 0];

  beforeEach(async () => {
    all = [];
    w = await World.made({ code: 'a\n' });
    [ada, ben] = [await comes('interviewer'), await comes('candidate', 'Ben')];
    of(ada).set([io('a'), io('b'), hidden('h'), hidden('i')]);
    await w.settle();
  });

  it('is seen by everybody while it runs, by late joiners, and after a crash', async () => {
    const log = of(ben).begin({ names: ['a', 'b'], hidden: false });
    await w.settle();
    assert.deepEqual([of(ada).run?.names, of(ada).run?.ended, of(ada).isOn(of(ada).run)], [['a', 'b'], false, true]);
    assert.equal(of(ada).nameOf(of(ada).run as never), 'Ben');
    log.record({ ...outcome('a', 'failed'), expected: '1', actual: '2', output: 'hi\n', file: 'main.py', line: 3 });
    await passes();
    assert.deepEqual(of(ada).run?.results, [
      { ...outcome('a', 'failed'), expected: '1', actual: '2', output: 'hi\n', file: 'main.py', line: 3 },
    ]);
    w.crash();
    await w.settle();
    log.record(outcome('b'));
    log.end();
    await passes();
    const late = await comes('observer');
    for (const index of [ada, ben, late]) {
      assert.deepEqual(states(index), ['a failed', 'b passed']);
      assert.deepEqual([of(index).run?.ended, of(index).isOn(of(index).run)], [true, false]);
    }
  });

  it('replaces the last one; tests that are not run again keep their results', async () => {
    const first = of(ben).begin({ names: ['a', 'b'], hidden: false });
    for (const name of ['a', 'b']) first.record(outcome(name, 'failed'));
    first.end();
    await passes();
    const second = of(ada).begin({ names: ['a'], hidden: false });
    second.record(outcome('a'));
    second.end();
    await passes();
    const late = await comes('observer');
    assert.deepEqual(
      [states(late), of(late).earlier(false).get('b')?.state, of(late).earlier(false).has('a')],
      [['a passed'], 'failed', false],
    );
  });

  it('is of the tests as they were: a changed one makes it outdated for everybody, an added one does not', async () => {
    const outdated = (index: number) =>
      [false, true].map((are) => of(index).isOutdated(are ? of(index).hiddenRun : of(index).run, are));
    for (const [names, are] of [
      [['a'], false],
      [['h', 'i'], true],
    ] as const) {
      const log = of(ada).begin({ names, hidden: are });
      for (const name of names) log.record({ ...outcome(name), hidden: are });
      log.end();
    }
    await passes();
    const late = await comes('interviewer', 'Grace');
    const seen = async () => {
      await w.settle();
      return [ada, ben, late].map(outdated);
    };
    const [yes, no] = [true, false];
    assert.deepEqual(await seen(), [
      [no, no],
      [no, no],
      [no, no],
    ]);
    // Neither was run.
    of(ada).set([...of(ada).tests.map((test) => (test.name === 'b' ? io('b', 'other') : test)), io('c'), hidden('j')]);
    assert.deepEqual(await seen(), [
      [no, no],
      [no, no],
      [no, no],
    ]);
    of(ada).set(of(ada).tests.map((test) => (test.name === 'i' ? { ...hidden('i'), stdout: 'other' } : test)));
    assert.deepEqual(await seen(), [
      [no, yes],
      [no, no],
      [no, yes],
    ]);
    of(ada).set(of(ada).tests.map((test) => (test.name === 'a' ? io('a', 'other') : test)));
    assert.deepEqual(await seen(), [
      [yes, yes],
      [yes, no],
      [yes, yes],
    ]);
    of(ada).set(of(ada).tests.map((test) => (test.name === 'a' ? io('a') : test)));
    assert.deepEqual(await seen(), [
      [no, yes],
      [no, no],
      [no, yes],
    ]);
  });

  it('started at the same moment as another one: the later one counts', async () => {
    const logs = [of(ada), of(ben)].map((tests) => tests.begin({ names: ['a', 'b'], hidden: false }));
    for (const log of logs) log.record(outcome('a'));
    await passes();
    for (const log of logs) log.record(outcome('b'));
    for (const log of logs) log.end();
    await passes();
    for (const index of [ada, ben]) {
      assert.deepEqual([states(index), of(index).run?.ended], [['a passed', 'b passed'], true]);
      assert.equal(of(index).run?.id, of(ada).run?.id);
    }
    assert.ok(logs.every(({ signal }) => !signal.aborted));
    const text = session(ada).documents.results.text.toString();
    // What both may have written before either had heard of the other, and the last of the one that counts.
    assert.ok((text.match(/"type":"result"/g)?.length ?? 0) <= 3);
  });

  it('is stopped for anybody, and ended for everybody when it does not stop', async () => {
    const log = of(ben).begin({ names: ['a', 'b'], hidden: false });
    const inside = of(ada).begin({ names: ['h'], hidden: true });
    await w.settle();
    of(ben).stop();
    await w.settle();
    assert.deepEqual([log.signal.aborted, inside.signal.aborted, of(ada).run?.stopping], [true, false, true]);
    of(ada).stop();
    await w.settle();
    assert.deepEqual([inside.signal.aborted, of(ben).run?.ended], [true, true]);
    inside.end();
    await passes();
    assert.equal(of(ada).hiddenRun?.ended, true);
  });

  it('of a page that has gone is interrupted, and continues if it was only disconnected', async () => {
    const log = of(ben).begin({ names: ['a', 'b'], hidden: false });
    log.record(outcome('a'));
    await passes();
    w.cut(ben, true);
    await w.settle();
    assert.equal(of(ada).isOn(of(ada).run), false);
    log.record(outcome('b'));
    mock.timers.tick(150);
    await w.back(ben);
    await passes();
    assert.deepEqual([of(ada).isOn(of(ada).run), states(ada)], [true, ['a passed', 'b passed']]);
    await w.reload(ben);
    await w.until(() => session(ben).status === 'live');
    all[ben] = new RoomTests(session(ben));
    await passes();
    assert.deepEqual([of(ada).isOn(of(ada).run), of(ben).isOn(of(ben).run)], [false, false]);
  });

  it('of a page that was reloaded has ended, even if the replica is the same', async () => {
    const log = of(ben).begin({ names: ['a'], hidden: false });
    await passes(300);
    w.cut(ben, true);
    log.record(outcome('a'));
    w.type(ben, 'x', 0);
    for (const ms of [150, 400]) mock.timers.tick(ms);
    await w.reload(ben);
    await w.until(() => session(ben).status === 'live' && session(ben).saved);
    all[ben] = new RoomTests(session(ben));
    await passes();
    assert.deepEqual([states(ada), of(ada).run?.ended, of(ben).isOn(of(ben).run)], [[], true, false]);
  });

  it('writes results about ten times per second, however fast the tests are', async () => {
    const log = of(ben).begin({ names: ['a'], hidden: false });
    await w.settle();
    const before = session(ada).documents.results.version;
    for (let count = 0; count < 100; count++) {
      log.record({ ...outcome('a'), durationMs: count });
      mock.timers.tick(10);
      await w.settle();
    }
    const edits = session(ada).documents.results.version - before;
    assert.ok(edits >= 8 && edits <= 12, `${edits} edits in a second`);
    log.end();
  });

  it('of 500 tests stays within the limits of a room', async () => {
    const many = Array.from({ length: 500 }, (_, at) => `test ${at}`);
    const frames: number[] = [];
    w.record = (wire, direction, frame) => {
      if (direction === '>' && wire === w.wires[ben]) frames.push(frame.length);
    };
    const log = of(ben).begin({ names: many, hidden: false });
    for (const name of many) {
      log.record({ ...outcome(name, 'failed'), output: '\u{1f388}'.repeat(500_000), expected: 'x'.repeat(9_000) });
      mock.timers.tick(10);
    }
    log.end();
    for (let count = 0; count < 30; count++) await passes();
    w.record = null;
    const run = of(ada).run;
    assert.deepEqual([run?.results.length, run?.ended, w.refusals], [500, true, []]);
    const texts = run?.results.reduce(
      (sum, { output = '', expected = '' }) => sum + output.length + expected.length,
      0,
    );
    assert.ok((texts ?? 0) <= RESULT_LIMITS.allLength && (texts ?? 0) > RESULT_LIMITS.allLength / 2);
    assert.ok(Math.max(...frames) <= 64 * 1024);
  });

  for (const setting of ['none', 'counts', 'names'] as const satisfies readonly HiddenResults[]) {
    it(`of hidden tests shows candidates ${setting}, and never a text`, async () => {
      if (setting !== 'counts') of(ada).setHiddenResults(setting);
      const heard: Uint8Array[] = [];
      w.record = (wire, direction, frame) => {
        if (direction === '<' && wire === w.wires[ben]) heard.push(frame);
      };
      const log = of(ada).begin({ names: ['h', 'i', 'j'], hidden: true });
      log.record({
        ...outcome('h', 'failed'),
        hidden: true,
        expected: CANARY,
        actual: CANARY,
        output: CANARY,
        reason: CANARY,
      });
      await passes();
      log.record({ ...outcome('i'), hidden: true, output: CANARY });
      log.record({ ...outcome('j', 'skipped'), hidden: true, output: CANARY });
      log.end();
      await passes();
      w.record = null;
      assert.ok(!Buffer.concat(heard).toString('latin1').includes(CANARY));
      const late = await comes('observer');
      const grace = await comes('interviewer', 'Grace');
      assert.equal(of(grace).hiddenRun?.results[0]?.output, CANARY);
      assert.equal(of(grace).hiddenResults, setting);
      for (const index of [ben, late]) {
        const run = of(index).hiddenRun;
        if (setting === 'none') {
          assert.equal(run, null);
          assert.deepEqual(heard, []);
          continue;
        }
        assert.deepEqual([run?.counts, run?.ended], [{ passed: 1, failed: 1, total: 3 }, true]);
        const which = run?.results.map(({ name, state, hidden }) => [name, state, hidden]);
        assert.deepEqual(
          which,
          setting === 'names'
            ? [
                ['h', 'failed', true],
                ['i', 'passed', true],
              ]
            : [],
        );
      }
    });
  }

  it('of hidden tests stops sharing as soon as an interviewer turns it off', async () => {
    of(ada).setHiddenResults('names');
    const log = of(ada).begin({ names: ['h', 'i'], hidden: true });
    log.record({ ...outcome('h'), hidden: true });
    await passes();
    of(ada).setHiddenResults('none');
    log.record({ ...outcome('i', 'failed'), hidden: true });
    log.end();
    await passes();
    assert.deepEqual(
      [of(ben).hiddenRun?.counts, of(ben).hiddenRun?.names],
      [{ passed: 1, failed: 0, total: 2 }, ['h']],
    );
  });

  it('of hidden tests is for interviewers, and separate from that of visible tests', async () => {
    const not = new Error(sentenceFor('interviewers-tests'));
    assert.throws(() => of(ben).begin({ names: ['h'], hidden: true }), not);
    const outside = of(ben).begin({ names: ['a'], hidden: false });
    const inside = of(ada).begin({ names: ['h'], hidden: true });
    outside.record(outcome('a'));
    inside.record({ ...outcome('h'), hidden: true });
    await passes();
    outside.end();
    inside.end();
    await passes();
    const again = of(ben).begin({ names: ['a'], hidden: false });
    again.end();
    await passes();
    assert.deepEqual([of(ben).hiddenRun?.counts, of(ben).run?.results], [{ passed: 1, failed: 0, total: 2 - 1 }, []]);
    assert.deepEqual(of(ada).hiddenRun?.results, [{ ...outcome('h'), hidden: true }]);
  });

  it('is refused without the right to run', async () => {
    const cy = await comes('observer');
    assert.throws(
      () => of(cy).begin({ names: ['a'], hidden: false }),
      new Error(sentenceFor('only-watching', { role: 'observer' })),
    );
    of(ben).begin({ names: ['a'], hidden: false });
    await w.settle();
    of(cy).stop();
    await w.settle();
    assert.deepEqual([of(ada).run?.stopping, w.refusals], [false, []]);
  });
});
