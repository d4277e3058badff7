/** The report attributes edits correctly, and costs no more for a crowd. */
import assert from 'node:assert/strict';
import { it, mock } from 'node:test';
import type { Report } from '../../party/commands/report.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

it('a report counts everybody’s edits, and reads the log once for all', async () => {
  const w = await World.made({ code: 'text' });
  for (let n = 0; n < 12; n++) await w.join({ token: await w.token('candidate', `Person ${n}`) });
  for (const [index, edits] of [
    [3, 2],
    [5, 1],
  ] as const) {
    for (let n = 0; n < edits; n++) {
      mock.timers.tick(1_000);
      w.type(index, 'x', 0);
      await w.settle();
    }
  }
  const token = await w.token('interviewer', 'Ada');
  const read = mock.method(w.storage, 'read');
  const answer = await w.command({ type: 'report', token });
  assert.ok(answer.ok);
  assert.ok(read.mock.callCount() < 6, `${read.mock.callCount()} reads`);
  const report = answer.value as Report;
  const worked = report.people.filter(({ edits }) => edits > 0);
  assert.deepEqual(
    worked.map(({ name, edits, firstEditAt, lastEditAt }) => [name, edits, (lastEditAt ?? 0) - (firstEditAt ?? 0)]),
    [
      ['Person 3', 2, 1_000],
      ['Person 5', 1, 0],
    ],
  );
  assert.equal(report.people.length, 12);
});

it('a long history is read with pauses for people who type', async () => {
  const w = await World.made();
  await w.join({ token: await w.token('candidate', 'Bob') });
  await w.until(() => w.sessions[0]?.status === 'live');
  for (let n = 0; n < 8; n++) {
    w.type(0, 'x'.repeat(60_000), 0);
    await w.settle();
  }
  const pause = mock.method(w.clock, 'pause');
  for (const [type, role, name] of [
    ['replay', 'interviewer', 'Ada'],
    ['report', 'interviewer', 'Ada'],
    ['mine', 'candidate', 'Bob'],
  ] as const) {
    const token = await w.token(role, name);
    const before = pause.mock.callCount();
    assert.ok((await w.command({ type, token })).ok);
    const pauses = pause.mock.callCount() - before;
    // 480 kB, and a pause after each 64 KiB or the value that made it more.
    assert.ok(pauses >= 3, `${type}: ${pauses} pauses`);
  }
});
