/** The room's run: who may start, print, answer and end it, what is shared, and what is stored. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import type { Clock } from '../../party/engine/platform.js';
import { SharedRun, type StoredRun } from '../../party/room/shared-run.js';
import { LIMITS } from '../../party/shared/limits.js';
import type { Output, OutputKind } from '../../party/shared/output.js';
import { unpackOutput } from '../../party/shared/wire/output.js';
import type { OutgoingRoomMessage } from '../../party/shared/wire/room-message.js';

/** The replica that carries the run out. */
const ANN = 1;
const BEN = 2;
const request = {
  ...{ request: 1, replica: ANN, person: 'ann', name: 'Ann', document: 1, version: 1, language: 'python' },
};
const limits = { ...LIMITS, runOutputBytes: 1_000, runGraceMs: 10_000, stopGraceMs: 2_000 };

let run: SharedRun;
let told: OutgoingRoomMessage[];
let saves: StoredRun[];

function next(stored: StoredRun | null): SharedRun {
  const clock: Clock = {
    now: () => Date.now(),
    after: (ms, then) => {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    pause: async () => {},
    wakeAt: () => {},
  };
  told = [];
  saves = [];
  const save = (kept: StoredRun) => saves.push(structuredClone(kept));
  run = new SharedRun(stored, limits, clock, { tell: (message) => told.push(message), save });
  return run;
}

const out = (kind: OutputKind, text: string): Output => ({ kind, text });
const print = (kind: OutputKind, text: string, replica = ANN) => run.print(replica, 1, [out(kind, text)]);
const types = () => told.map(({ type }) => type);
const pass = (ms: number) => mock.timers.tick(ms);

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });
  next(null);
});
afterEach(() => {
  run.close();
  mock.timers.reset();
});

describe('a run', () => {
  it('is the only one at a time, and has the next number', () => {
    assert.deepEqual([run.on, run.record], [false, null]);
    assert.equal(run.start(request), true);
    assert.equal(run.start({ ...request, replica: BEN }), false);
    assert.deepEqual([run.on, run.record?.run, run.record?.replica, types()], [true, 1, ANN, ['started']]);
    run.finish(ANN, 1, 'done', 0);
    run.start(request);
    assert.deepEqual([run.record?.run, run.output], [2, []]);
  });

  it('accepts output and end from the page that carries it out, and from nobody else', () => {
    run.start(request);
    print('stdout', 'a');
    print('stdout', 'forged', BEN);
    run.print(ANN, 7, [out('stdout', 'of another run')]);
    run.finish(BEN, 1, 'failed', 0);
    assert.deepEqual([run.output, run.on], [[out('stdout', 'a')], true]);
    run.finish(ANN, 1, 'done', 0);
    print('stdout', 'late');
    assert.deepEqual(
      [run.output, run.record?.state, types()],
      [[out('stdout', 'a')], 'done', ['started', 'printed', 'finished']],
    );
  });

  it('lasts as long as its page says, unless the room measured less', () => {
    const took = (claimed: number) => {
      run.start(request);
      pass(5_000);
      run.finish(ANN, run.record?.run ?? 0, 'done', claimed);
      return run.record?.elapsedMs;
    };
    assert.deepEqual([took(3_000), took(5_900), took(3_600_000)], [3_000, 5_900, 5_000]);
  });

  it('that is stopped: its page is told, and the room ends it when that does not', () => {
    run.start(request);
    assert.deepEqual([run.stop(2), run.stop(1), run.stopping], [null, ANN, true]);
    pass(1_500);
    run.stop(1);
    pass(499);
    assert.equal(run.on, true);
    pass(1);
    assert.deepEqual([run.record?.state, run.stopping, run.stop(1)], ['stopped', false, null]);
  });

  it('whose page has left is interrupted: at once when it was closed, otherwise when it does not return', () => {
    run.start(request);
    run.replicaLeft(BEN, true);
    assert.equal(run.on, true);
    run.replicaLeft(ANN, true);
    assert.equal(run.record?.state, 'interrupted');
    run.start(request);
    run.replicaLeft(ANN, false);
    pass(9_999);
    run.replicaBack(ANN);
    pass(60_000);
    assert.equal(run.on, true);
    run.replicaLeft(ANN, false);
    pass(10_000);
    assert.equal(run.record?.state, 'interrupted');
  });

  it('ends with its room', () => {
    run.start(request);
    run.end();
    assert.equal(run.record?.state, 'stopped');
    told = [];
    run.end();
    assert.deepEqual(told, []);
  });
});

describe('a prompt', () => {
  it('is answered to the page that carries it out; the first answer is kept for a disconnected one', () => {
    run.start(request);
    print('prompt', '');
    assert.deepEqual([run.answer(2, 1, 'x'), run.answer(1, 1, 'first'), run.answer(1, 1, 'second')], [null, ANN, ANN]);
    assert.deepEqual([run.replicaBack(ANN), run.replicaBack(BEN)], [{ prompt: 1, text: 'first' }, null]);
  });

  it('is still shared after the output limit, up to as many bytes again', () => {
    run.start(request);
    print('stdout', 'x'.repeat(3_000));
    told = [];
    print('stdout', 'more');
    print('prompt', 'name? ');
    print('answer', 'Ann\n');
    assert.deepEqual(
      told.flatMap((message) => (message.type === 'printed' ? message.output : [])),
      [out('prompt', 'name? '), out('answer', 'Ann\n')],
    );
    for (let n = 0; n < 20 && run.on; n++) print('prompt', 'again? '.repeat(20));
    assert.equal(run.record?.state, 'stopped');
    assert.match(run.output.at(-1)?.text ?? '', /asked and printed more than a room shares/);
  });
});

describe('output', () => {
  it('is joined where possible and broadcast as received; empty output is neither', () => {
    run.start(request);
    run.print(ANN, 1, [out('stdout', 'a'), out('stdout', ''), out('stdout', 'b'), out('stderr', 'c')]);
    assert.deepEqual(run.output, [out('stdout', 'ab'), out('stderr', 'c')]);
    const [, printed] = told;
    assert.deepEqual(printed?.type === 'printed' && printed.output, [
      out('stdout', 'a'),
      out('stdout', 'b'),
      out('stderr', 'c'),
    ]);
    told = [];
    print('stdout', '');
    assert.deepEqual(told, []);
  });

  it('is shared up to the limit, then replaced by one sentence', () => {
    run.start(request);
    for (let n = 0; n < 50; n++) print('stdout', 'x'.repeat(100));
    const [text, note, ...more] = run.output;
    assert.deepEqual([text?.text.length, note?.kind, more], [2_000, 'note', []]);
    assert.match(note?.text ?? '', /only the first part/);
  });

  it('character by character counts no more than in one piece', () => {
    run.start(request);
    for (let n = 0; n < 2_000; n++) print('stdout', 'x');
    assert.deepEqual(run.output, [out('stdout', 'x'.repeat(2_000))]);
  });

  it('of a note is one line with an end', () => {
    run.start(request);
    print('note', `a\n\n b${'x'.repeat(2_000)}`);
    assert.deepEqual([run.output[0]?.text.slice(0, 5), run.output[0]?.text.length], ['a bxx', 1_000]);
  });
});

describe('the stored run', () => {
  const times = () => saves.at(-1)?.outputTimes;

  it('knows when its output came, to a quarter of a second, also after a restart of the room', () => {
    run.start(request);
    pass(1_000);
    print('stdout', 'one\n');
    pass(100);
    print('stdout', 'two\n');
    pass(5_000);
    print('prompt', '? ');
    pass(2_000);
    assert.deepEqual(times(), [
      [1_000, 9],
      [6_100, 12],
    ]);
    const stored = saves.at(-1);
    assert.ok(stored);
    run.close();
    next(stored);
    pass(1_000);
    print('answer', 'x');
    run.finish(ANN, 1, 'done', 0);
    assert.deepEqual(times(), [
      [1_000, 9],
      [6_100, 12],
      [9_100, 14],
    ]);
    run.start(request);
    pass(3_000);
    run.print(ANN, 2, [out('stdout', 'at the end')]);
    run.finish(ANN, 2, 'done', 0);
    assert.equal('outputTimes' in (saves.at(-1) ?? {}), false);
  });

  it('is written at start and end, now and then between, and soon at a prompt', () => {
    run.start(request);
    run.finish(ANN, 1, 'done', 0);
    assert.equal(saves.length, 2);
    run.start(request);
    saves = [];
    for (let n = 0; n < 10; n++) {
      run.print(ANN, 2, [out('stdout', 'x')]);
      pass(199);
    }
    assert.equal(saves.length, 0);
    pass(10);
    assert.equal(saves.length, 1);
    run.print(ANN, 2, [out('stdout', 'x')]);
    run.print(ANN, 2, [out('prompt', '? ')]);
    pass(100);
    assert.equal(saves.length, 2);
    pass(60_000);
    assert.equal(saves.length, 2);
  });

  it('continues after a restart of the room, while its page may reconnect', () => {
    run.start(request);
    print('stdout', 'x'.repeat(2_019));
    pass(2_000);
    const [stored] = saves.slice(-1);
    assert.ok(stored);
    assert.equal(unpackOutput(stored.output).length, 1);
    run.close();
    next(stored);
    assert.deepEqual([run.on, run.output.length, run.replicaBack(ANN)], [true, 1, null]);
    print('stdout', 'y');
    print('stdout', 'z');
    assert.deepEqual(
      run.output.map(({ kind, text }) => [kind, text.length]),
      [
        ['stdout', 2_020],
        ['note', run.output[1]?.text.length],
      ],
      'the limit is where it was',
    );
    run.close();
    next(stored);
    pass(10_000);
    assert.equal(run.record?.state, 'interrupted');
  });
});
