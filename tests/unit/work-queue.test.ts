/** Long work of a room leaves time for everything else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WorkQueue } from '../../party/engine/work-queue.js';

test('long work is done in pieces, a quarter of the time at most, and the queue is limited', async () => {
  let now = 0;
  const pauses: number[] = [];
  const queue = new WorkQueue(
    () => now,
    (ms, callback) => {
      pauses.push(ms);
      now += ms;
      setImmediate(callback);
    },
  );
  let atWork = 0;
  const work = async () => {
    assert.equal(++atWork, 1, 'one at a time');
    await Promise.resolve();
    now += 100;
    atWork--;
    return now;
  };
  const asked = Array.from({ length: 25 }, () => queue.run(work));
  assert.equal(asked.filter((one) => one === null).length, 5);
  await Promise.all(asked);
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(new Set(pauses), new Set([300]));
  assert.notEqual(queue.run(work), null, 'there is place again');
});

test('a failure is reported to its requester, and delays nobody', async () => {
  const queue = new WorkQueue(
    () => 0,
    () => assert.fail('nothing took long'),
  );
  const failed = queue.run(() => Promise.reject(new Error('no disk')));
  const done = queue.run(async () => 'done');
  await assert.rejects(failed ?? Promise.resolve(), /no disk/);
  assert.equal(await done, 'done');
});
