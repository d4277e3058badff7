/** Test results written by hand: nobody can write in somebody else's name, and no report breaks. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { ChangeSet, Text } from '@codemirror/state';
import type { Session } from '../../components/session/session.js';
import { RoomTests } from '../../components/tests/room-tests.js';
import { type Report, reportMarkdown } from '../../party/commands/report.js';
import { mayWriteResults } from '../../party/room/result-writers.js';
import { sentenceFor } from '../../party/shared/refusals.js';
import type { Role } from '../../party/shared/roles.js';
import type { ResultLine, TestResult } from '../../party/shared/test-results.js';
import type { Test } from '../../party/shared/tests.js';
import { World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const FORGED = sentenceFor('results-of-others');
const test: Test = { name: 'adds', kind: 'io', stdin: '1 2', stdout: '3' };
const outcome = (state: TestResult['state']): TestResult => ({ name: 'adds', state, durationMs: 1, hidden: false });

let w: World;
let [ada, ben] = [0, 0];
let adas: RoomTests;
const session = (index: number) => w.sessions[index] as Session;
const results = (index: number) => session(index).documents.results;
const replica = (index: number) => session(index).run.replica;

async function comes(role: Role, name: string): Promise<number> {
  const index = await w.join({ token: await w.token(role, name), name });
  await w.until(() => session(index).status === 'live');
  return index;
}

/** What was written a moment ago has been sent, and everybody has heard of it. */
async function passes(): Promise<void> {
  for (let round = 0; round < 5; round++) {
    mock.timers.tick(150);
    await w.settle();
  }
}

/** As a program would that heeds nothing; the sentences it hears. */
async function writes(index: number, line: ResultLine | string, from = results(index).text.length, to = from) {
  const insert = typeof line === 'string' ? line : `${JSON.stringify(line)}\n`;
  w.refusals.length = 0;
  results(index).edit({ from, to, insert });
  await passes();
  return [...w.refusals];
}

async function reported(): Promise<Report> {
  const answer = await w.command({ type: 'report', token: await w.token('interviewer', 'Ada') });
  assert.ok(answer.ok);
  return answer.value as Report;
}

describe('test results that somebody writes by hand', () => {
  beforeEach(async () => {
    w = await World.made({ code: 'x', tests: [test] });
    [ada, ben] = [await comes('interviewer', 'Ada'), await comes('candidate', 'Ben')];
    adas = new RoomTests(session(ada));
    const log = adas.begin({ names: ['adds'], hidden: false });
    log.record(outcome('failed'));
    log.end();
    await passes();
  });

  it('cannot belong to somebody else’s run: not added, not changed, not in parts', async () => {
    const id = adas.run?.id ?? '';
    assert.deepEqual(await writes(ben, { type: 'result', id, result: outcome('passed') }), [FORGED]);
    const at = results(ben).text.toString().indexOf('failed');
    assert.deepEqual(await writes(ben, 'passed', at, at + 'failed'.length), [FORGED]);
    const line = JSON.stringify({ type: 'result', id, result: outcome('passed') });
    assert.deepEqual(await writes(ben, line.slice(0, 20)), []);
    assert.deepEqual(await writes(ben, `${line.slice(20)}\n`), [FORGED]);
    assert.equal(adas.run?.results[0]?.state, 'failed');
    const { testRuns, tests } = await reported();
    assert.deepEqual([testRuns?.[0]?.by, tests?.[0]?.state], ['Ada', 'failed']);
  });

  it('cannot belong to somebody else’s run whose start somebody has hidden behind a line that is none', async () => {
    const id = adas.run?.id ?? '';
    const own = { type: 'begin' as const, id, by: 'Ben', replica: replica(ben), at: 5, names: ['adds'] };
    for (const line of [`{"type":"begin","id":"${id}"`, `x${JSON.stringify(own)}`]) {
      assert.deepEqual(await writes(ben, `${line}\n`), []);
      assert.deepEqual(await writes(ben, { type: 'result', id, result: outcome('passed') }), [FORGED], line);
    }
    assert.equal(adas.run?.results[0]?.state, 'failed');
  });

  it('cannot name somebody else as their author', async () => {
    const begin = { type: 'begin' as const, id: 'mine', at: 5, names: ['adds'] };
    for (const forged of [
      { ...begin, by: 'Ada', replica: replica(ada) },
      { ...begin, by: 'Ben', replica: replica(ada) },
      { ...begin, by: 'Ada', replica: replica(ben) },
      { ...begin, by: 'Ben', replica: 9_999 },
    ])
      assert.deepEqual(await writes(ben, forged), [FORGED]);
    assert.deepEqual(await writes(ben, { ...begin, by: 'Somebody', replica: replica(ben) }), []);
    assert.deepEqual(await writes(ben, { type: 'result', id: 'mine', result: outcome('passed') }), []);
    const { testRuns, tests } = await reported();
    assert.deepEqual([testRuns?.[0]?.by, tests?.[0]?.state], ['Ben', 'passed']);
  });

  it('cannot be about hidden tests, unless an interviewer writes them', async () => {
    const of = { id: 'h', by: 'Ben', at: 5 };
    assert.deepEqual(await writes(ben, { type: 'hidden-begin', ...of, replica: replica(ben), total: 3 }), [FORGED]);
    assert.deepEqual(await writes(ben, { type: 'hidden-counts', id: 'h', passed: 3, failed: 0 }), [FORGED]);
    const told = { type: 'hidden-begin' as const, ...of, by: 'Ada', replica: replica(ada), total: 3 };
    assert.deepEqual(await writes(ada, told), []);
  });

  it('can stop a run, and replace it by the next', async () => {
    const log = adas.begin({ names: ['adds'], hidden: false });
    await passes();
    assert.deepEqual(await writes(ben, { type: 'stop', id: log.id }), []);
    assert.ok(log.signal.aborted);
    const bens = new RoomTests(session(ben));
    const next = bens.begin({ names: ['adds'], hidden: false });
    next.record(outcome('passed'));
    next.end();
    await passes();
    assert.deepEqual([w.refusals, adas.run?.id, adas.run?.results[0]?.state], [[], next.id, 'passed']);
  });

  it('are accepted from the same person after a reconnect or reload', async () => {
    const bens = new RoomTests(session(ben));
    const log = bens.begin({ names: ['adds'], hidden: false });
    w.cut(ben, true);
    log.record(outcome('passed'));
    mock.timers.tick(5_000);
    w.crash();
    await w.back(ben);
    await passes();
    log.end();
    await passes();
    assert.deepEqual(
      [w.refusals, adas.run?.id, adas.run?.results[0]?.state, adas.run?.ended],
      [[], log.id, 'passed', true],
    );
  });

  it('cost no more than has to be read: the whole text for a result, the names of others once', async () => {
    const room = await w.existing();
    const [connection] = room.roster.of(session(ben).self?.id ?? '');
    assert.ok(connection);
    const begin = { type: 'begin' as const, at: 5, names: [] };
    const lines = Array.from({ length: 10_000 }, (_, at) =>
      JSON.stringify({ ...begin, id: `${at}`, by: 'Ada', replica: replica(ada) }),
    );
    const text = Text.of([...lines, '']);
    const [whole, names] = [mock.method(Text.prototype, 'toString'), mock.method(room.roster, 'all')];
    const mapped = mock.method(connection.rate, 'mapped');
    const asks = (written: ResultLine[]) => {
      const insert = Text.of([...written.map((line) => JSON.stringify(line)), '']);
      const change = ChangeSet.of({ from: text.length, insert }, text.length);
      for (const spy of [whole, names, mapped]) spy.mock.resetCalls();
      const allowed = mayWriteResults(room, connection, change, text);
      const charged = mapped.mock.calls.map((call) => call.arguments[0]);
      return [allowed, whole.mock.callCount(), names.mock.callCount(), ...charged];
    };
    try {
      assert.deepEqual(asks([{ type: 'end', id: '7' }]), [true, 0, 0]);
      assert.deepEqual(asks([{ type: 'result', id: '7', result: outcome('passed') }]), [false, 1, 0, 10_002]);
      const own = { ...begin, by: 'Ben', replica: replica(ben) };
      assert.deepEqual(asks(Array.from({ length: 500 }, (_, at) => ({ ...own, id: `b${at}` }))), [true, 0, 1]);
    } finally {
      for (const spy of [whole, names, mapped]) spy.mock.restore();
    }
  });

  it('with invalid times do not break reports', async () => {
    const begin = { type: 'begin' as const, id: 'mine', by: 'Ben', replica: replica(ben), names: ['adds'] };
    for (const strange of [1e300, 8.64e15 + 1, 1.5, -1]) {
      await writes(ben, { ...begin, id: `mine ${strange}`, at: strange });
      const result = { ...outcome('failed'), durationMs: strange, file: 'main.py', line: strange };
      await writes(ben, { type: 'result', id: `mine ${strange}`, result });
      const report = await reported();
      assert.match(reportMarkdown(report), /Tests last run by Ben, /);
      const [run] = report.testRuns ?? [];
      assert.ok(Number.isSafeInteger(run?.at) && new Date(run?.at ?? Number.NaN).getTime() > 0, String(run?.at));
    }
  });
});
