/** Hidden tests are for interviewers: no frame, download, replay, report or answer for candidates and observers contains any part or trace of them. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import type { Session } from '../../components/session/session.js';
import { RoomTests } from '../../components/tests/room-tests.js';
import type { Report } from '../../party/commands/report.js';
import { reportMarkdown } from '../../party/commands/report.js';
import { HIDDEN_RESULTS_DOCUMENT, HIDDEN_TESTS_DOCUMENT, QUESTION_DESK_DOCUMENT } from '../../party/shared/protocol.js';
import { HIDDEN_RESULTS, type TestResult } from '../../party/shared/test-results.js';
import type { Test } from '../../party/shared/tests.js';
import { decodeRoomMessage } from '../../party/shared/wire/room-message.js';
import { RawPeer } from '../fixtures/raw-peer.js';
import { World } from './world.js';

// The sessions' timers must not keep the process.
mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

const CANARY = 'canary-c03d';
const NAME = 'name-9f1b';
const visible: Test = { name: 'adds', kind: 'io', stdin: '1 2', stdout: '3' };
const secret: Test[] = [
  { name: NAME, kind: 'io', stdin: `${CANARY} in`, stdout: `${CANARY} out`, hidden: true },
  { name: `${NAME} too`, kind: 'call', function: 'add', args: [`${CANARY} argument`], expected: CANARY, hidden: true },
];
const outcome: TestResult = {
  ...{ name: NAME, state: 'failed', durationMs: 4, hidden: true, file: 'main.py', line: 2 },
  ...{
    expected: `${CANARY} expected`,
    actual: `${CANARY} actual`,
    output: `${CANARY} output`,
    reason: `${CANARY} why`,
  },
};
const HIDDEN = [HIDDEN_TESTS_DOCUMENT, HIDDEN_RESULTS_DOCUMENT, QUESTION_DESK_DOCUMENT];

let w: World;

async function interviewer(name: string): Promise<RoomTests> {
  const index = await w.join({ token: await w.token('interviewer', name), name });
  await w.until(() => w.sessions[index]?.status === 'live');
  return new RoomTests(w.sessions[index] as Session);
}

async function passes(): Promise<void> {
  for (let round = 0; round < 5; round++) {
    mock.timers.tick(150);
    await w.settle();
  }
}

describe('hidden tests', () => {
  for (const hiddenResults of HIDDEN_RESULTS) {
    describe(`when candidates see of their results: ${hiddenResults}`, () => {
      beforeEach(async () => {
        w = await World.made({ code: 'x', tests: [visible, ...secret], hiddenResults });
      });

      it('are never sent to candidates and observers, nor are their results', async () => {
        const early = [await RawPeer.as(w, 'candidate', HIDDEN), await RawPeer.as(w, 'observer', HIDDEN)];
        const ada = await interviewer('Ada');
        assert.deepEqual(ada.tests, [visible, ...secret]);
        assert.equal(ada.hiddenResults, hiddenResults);
        ada.set([...ada.tests, { ...(secret[0] as Test), name: `${NAME} three` }]);
        const log = ada.begin({ names: [NAME, `${NAME} too`], hidden: true });
        log.record(outcome);
        await passes();
        log.record({ ...outcome, name: `${NAME} too`, state: 'passed' });
        log.end();
        await passes();
        const peers = [...early, await RawPeer.as(w, 'candidate', HIDDEN), await RawPeer.as(w, 'observer', HIDDEN)];
        for (const peer of peers) {
          const change = ChangeSet.of({ from: 0, insert: 'x' }, 0);
          for (const document of HIDDEN) {
            peer.says({ type: 'check', document, version: 0, hash: 1 });
            peer.says({ type: 'point', document, version: 0, anchor: 0, head: 0 });
            peer.says({ type: 'submit', document, base: 0, sequence: 1, change });
          }
          await w.settle();
          assert.ok(!peer.text.includes(CANARY));
          assert.equal(peer.text.includes(NAME), hiddenResults === 'names');
          const refused = peer.frames.map(decodeRoomMessage).filter(({ type }) => type === 'refused');
          assert.equal(refused.length, HIDDEN.length);
          const told = peer.documents.filter((document) => HIDDEN.includes(document));
          assert.equal(told.length, refused.length, 'nothing but the refusals names one');
          assert.equal(peer.closed, 0);
        }
        assert.equal((await interviewer('Grace')).hiddenRun?.results[0]?.output, outcome.output);
        for (const role of ['candidate', 'observer'] as const) {
          const token = await w.token(role, 'Ben');
          for (const type of ['facts', 'code', 'mine', 'replay', 'report', 'questions'] as const) {
            const answer = JSON.stringify(await w.command({ type, token }));
            assert.ok(!answer.includes(CANARY) && !answer.includes(NAME), `${type} as ${role}`);
          }
        }
        const mine = await w.command({ type: 'mine', token: await w.token('candidate', 'Ben') });
        assert.ok(mine.ok);
        assert.deepEqual((mine.value as { tests?: Test[] }).tests, [visible]);
      });

      it('and their results are in the interviewers’ downloads', async () => {
        const ada = await interviewer('Ada');
        const log = ada.begin({ names: [NAME], hidden: true });
        log.record(outcome);
        log.end();
        await passes();
        const token = await w.token('interviewer', 'Ada');
        const [replay, report] = [
          await w.command({ type: 'replay', token }),
          await w.command({ type: 'report', token }),
        ];
        assert.ok(replay.ok && report.ok);
        assert.ok(JSON.stringify(replay.value).includes(`${CANARY} out`));
        const { tests, testRuns } = report.value as Report;
        assert.deepEqual(
          tests?.map(({ name, kind, state, hidden }) => [name, kind, state, hidden]),
          [
            ['adds', 'io', 'not-run', false],
            [NAME, 'io', 'failed', true],
            [`${NAME} too`, 'call', 'not-run', true],
          ],
        );
        assert.deepEqual(testRuns, [
          {
            by: 'Ada',
            at: Date.UTC(2026, 0, 1) + (testRuns?.[0]?.at ?? 0) - Date.UTC(2026, 0, 1),
            hidden: true,
            ended: true,
          },
        ]);
        const markdown = reportMarkdown(report.value as Report);
        assert.match(markdown, /## Tests\n\n0 of 3 passed\. Hidden tests last run by Ada, /);
        assert.match(markdown, /- name\\-9f1b: failed \(hidden\), 4 ms, .*main\.py.* line 2\n/);
        assert.match(markdown, /Expected:\n\n```\ncanary-c03d expected\n```/);
      });
    });
  }

  it('leave no trace in a room without any', async () => {
    w = await World.made({ code: 'x' });
    const token = await w.token('interviewer', 'Ada');
    const report = await w.command({ type: 'report', token });
    assert.ok(report.ok && !('tests' in report.value));
    assert.doesNotMatch(reportMarkdown(report.value as Report), /## Tests/);
  });
});
