/** What a report tells of who did what: right for everybody, and no more work for a crowd. */
import assert from 'node:assert/strict';
import { it, mock } from 'node:test';
import type { Report } from '../../party/commands/report.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

it('a report counts everybody’s edits, and reads the log once for all of them', async () => {
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
