// The mocked timers of a program's `node:test` do what Node's do.
import assert from 'node:assert/strict';
import { it, mock } from 'node:test';
import timers from 'node:timers';
import promises from 'node:timers/promises';
import { MockTimers, type TimerModules } from '../../components/runner/worker/javascript/node/test-timers.js';

type Mocked = typeof mock.timers;

const modules = () => ({ timers, promises }) as unknown as TimerModules;

/** What one of the two does of the same. */
async function course(clock: Mocked): Promise<unknown[]> {
  const told: unknown[] = [];
  const note = (name: string) => () => void told.push(`${name} ${Date.now()}`);
  const tried = (act: () => void) => {
    try {
      act();
    } catch (error) {
      told.push((error as Error).message, Reflect.get(error as Error, 'code'));
    }
  };
  tried(() => clock.tick(1));
  tried(() => clock.enable({ apis: ['fetch'] as never }));
  tried(() => clock.enable({ apis: ['Date'], now: -1 }));
  clock.enable();
  tried(() => clock.enable());
  tried(() => clock.tick(-1));
  told.push(Date.now(), new Date().toISOString(), Date().slice(0, 15), new Date(5).getTime(), Date.UTC(2000));
  told.push(new Date() instanceof Date, Date.name, new (class Day extends Date {})(7).getTime());
  setTimeout((one: string, two: string) => void told.push(one + two), 100, 'a', 'b');
  const every = setInterval(note('every'), 300);
  setInterval(note('other'), 450);
  setImmediate(note('now'));
  clearTimeout(setTimeout(note('never'), 5));
  setTimeout(() => setTimeout(note('inner'), 50), 50);
  timers.setTimeout(note('module'), 70);
  for (const ms of [0, 1, 600]) {
    clock.tick(ms);
    told.push(`after ${ms}`);
  }
  clearInterval(every);
  clock.setTime(5000);
  told.push(Date.now());
  clock.tick(1);
  clock.reset();
  told.push(Date.now() > 1e12);
  clock.enable({ apis: ['setTimeout', 'setInterval', 'scheduler.wait' as never], now: new Date(9) });
  told.push(Date.now() > 1e12);
  const stop = new AbortController();
  const waits = [
    promises.setTimeout(100, 'waited'),
    promises.scheduler.wait(50),
    promises.setTimeout(500, 'late', { signal: stop.signal }).catch((error: Error) => error.name),
  ];
  const each = promises.setInterval(20, 'each')[Symbol.asyncIterator]();
  const first = each.next();
  clock.tick(100);
  stop.abort();
  told.push(await Promise.all(waits), (await first).value, (await each.next()).value);
  await each.return?.();
  setTimeout(() => void told.push('last'), 1000);
  clock.runAll();
  clock.reset();
  return told;
}

it('run when time is told to pass, like Node’s', async () => {
  const wanted = await course(mock.timers);
  const before = [setTimeout, setInterval, setImmediate, Date, timers.setTimeout, promises.setTimeout];
  assert.deepEqual(await course(new MockTimers(modules) as unknown as Mocked), wanted);
  const after = [setTimeout, setInterval, setImmediate, Date, timers.setTimeout, promises.setTimeout];
  assert.ok(before.every((each, at) => each === after[at]));
});

it('an interval that stops itself is over', () => {
  const clock = new MockTimers(modules);
  clock.enable();
  let times = 0;
  const every = setInterval(() => {
    times += 1;
    if (times === 3) clearInterval(every);
  }, 10);
  clock.tick(100);
  clock.reset();
  assert.equal(times, 3);
});
