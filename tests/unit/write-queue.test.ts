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

it('a failure while a batch is collected is reported, and the batch written later', async () => {
  const clock: Clock = {
    now: () => Date.now(),
    after: (_, then) => {
      const timer = setTimeout(then, 1);
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
  const reported: unknown[] = [];
  let times = 0;
  const collect = () => {
    if (++times === 1) throw new Error('a document that cannot be packed');
    return times;
  };
  const durable: number[] = [];
  const events = {
    collect,
    durable: (mark: number) => void durable.push(mark),
    trouble: () => {},
    report: (error: unknown) => void reported.push(error),
  };
  const queue = new WriteQueue(storage, clock, events, () => 0);
  queue.put('record', 1);
  await queue.settled();
  assert.deepEqual([written, durable, reported.length], [['record'], [2], 1]);
});
