// The write queue continues whatever the machine's clock does.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Clock, Storage } from '../../party/engine/platform.js';
import { WriteQueue } from '../../party/storage/write-queue.js';

/** `wait` is how long a pause really lasts, in milliseconds. */
function clockAt(now: () => number, wait: (ms: number) => number): Clock {
  const after = (ms: number, then: () => void) => {
    const timer = setTimeout(then, wait(ms));
    return () => clearTimeout(timer);
  };
  return { now, after, pause: async () => {}, wakeAt: () => {} };
}

function storageOf(written: string[]): Storage {
  const write = async (batch: Map<string, unknown>) => void written.push(...batch.keys());
  return { write, sync: async () => {} } as unknown as Storage;
}

it('a clock that is set back an hour delays no batch', async () => {
  let now = 10_000_000;
  const waits: number[] = [];
  const clock = clockAt(
    () => now,
    (ms) => {
      waits.push(ms);
      return Math.min(ms, 20);
    },
  );
  const written: string[] = [];
  const events = { collect: () => 0, durable: () => {}, trouble: () => {}, reportError: assert.ifError };
  const queue = new WriteQueue(storageOf(written), clock, events, () => 5);
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
  const written: string[] = [];
  const reported: unknown[] = [];
  const durable: number[] = [];
  let times = 0;
  const collect = () => {
    if (++times === 1) throw new Error('a document that cannot be packed');
    return times;
  };
  const events = {
    collect,
    durable: (mark: number) => void durable.push(mark),
    trouble: () => {},
    reportError: (error: unknown) => void reported.push(error),
  };
  const clock = clockAt(Date.now, () => 1);
  const queue = new WriteQueue(storageOf(written), clock, events, () => 0);
  queue.put('record', 1);
  await queue.settled();
  assert.deepEqual([written, durable, reported.length], [['record'], [2], 1]);
});
