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

/** A queue whose disk takes a turn for each batch, and fails where `works` says so. */
function slowQueue(durable: (batch: number) => void, works: (batch: number) => boolean = () => true) {
  const written: string[][] = [];
  let batches = 0;
  const storage = {
    write: async (batch: Map<string, unknown>) => {
      await turn();
      if (!works(++batches)) throw new Error('disk full');
      written.push([...batch.keys()]);
    },
    sync: turn,
  } as unknown as Storage;
  const events = { collect: () => written.length, durable, trouble: () => {}, reportError: () => {} };
  const queue: WriteQueue<number> = new WriteQueue(
    storage,
    clockAt(Date.now, () => 1),
    events,
    () => 0,
  );
  return { queue, written };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

it('what was put is waited for, not what others put meanwhile', async () => {
  let more = 30;
  const { queue, written } = slowQueue(() => more-- > 0 && queue.put(`other ${more}`, 1));
  queue.put('mine', 1);
  await queue.settled();
  assert.deepEqual(written, [['mine']]);
  // What is put while a batch is being written comes with the next one.
  queue.put('mine, too', 1);
  await queue.settled();
  assert.ok(written.flat().includes('mine, too') && more > 20, `${more} left`);
  more = 0;
  await queue.settled();
});

it('a batch that fails is waited for until it has been written', async () => {
  const { queue, written } = slowQueue(
    () => {},
    (batch) => batch > 2,
  );
  queue.put('mine', 1);
  await queue.settled();
  assert.deepEqual(written, [['mine']]);
});

it('a queue that is closed is waited for until nothing is being written', async () => {
  for (const turns of [0, 1, 2]) {
    const { queue, written } = slowQueue(() => {});
    queue.put('first', 1);
    for (let n = 0; n < turns; n++) await turn();
    queue.put('second', 1);
    queue.close();
    await queue.settled();
    assert.equal(queue.state.writing, false);
    const before = written.length;
    for (let n = 0; n < 5; n++) await turn();
    assert.equal(written.length, before);
    assert.ok(!written.flat().includes('second'));
  }
});
