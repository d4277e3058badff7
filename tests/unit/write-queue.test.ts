// The write queue continues whatever the machine's clock does.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Clock, Storage } from '../../party/engine/platform.js';
import { WriteQueue } from '../../party/storage/write-queue.js';

it('a clock that is set back an hour delays no batch', async () => {
  let now = 10_000_000;
  const waits: number[] = [];
  const clock: Clock = {
    now: () => now,
    after: (ms, then) => {
      waits.push(ms);
      const timer = setTimeout(then, Math.min(ms, 20));
      return () => clearTimeout(timer);
    },
    pause: async () => {},
    wakeAt: () => {},
  };
  const written: string[] = [];
  const storage = {
    write: async (batch: Map<string, unknown>) => void written.push(...batch.keys()),
    sync: async () => {},
  } as unknown as Storage;
  const events = { collect: () => 0, durable: () => {}, trouble: () => {}, report: assert.ifError };
  const queue = new WriteQueue(storage, clock, events, () => 5);
  queue.put('before', 1);
  await queue.settled();
  now -= 3_600_000;
  waits.length = 0;
  queue.put('after', 2);
  await queue.settled();
  assert.deepEqual(written, ['before', 'after']);
  assert.ok((waits[0] ?? 0) <= 5, `the batch waits ${waits[0]} ms`);
});
