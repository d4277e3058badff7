/** Opening new rooms leaves most of the time to others, however many are opened. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as soon } from 'node:timers/promises';
import { Openings } from '../../party/engine/openings.js';
import { LIMITS } from '../../party/shared/limits.js';

const START = Date.UTC(2026, 0, 1);

test('creating room files takes a limited share of the time, however long each takes', async (t) => {
  for (const each of [5, 30, 200]) {
    t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: START });
    const openings = new Openings(LIMITS);
    let [held, refused] = [0, 0];
    const open = async () => {
      held += each;
      t.mock.timers.setTime(Date.now() + each);
      return true;
    };
    for (let ms = 0; ms < 60_000; ms += 20) {
      void openings.turn(open).then((opened) => {
        if (opened === null) refused++;
      });
      await soon();
      t.mock.timers.tick(20);
      await soon();
    }
    const part = held / (Date.now() - START);
    assert.ok(part < 0.25 && part > 0.1, `${each} ms each: ${part}`);
    assert.ok(refused > 0, 'not all of them find a turn');
    t.mock.timers.reset();
  }
});

test('openings that never end, as when a client goes away midway, lift no limit', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: START });
  const openings = new Openings(LIMITS);
  for (let n = 0; n < 100; n++) void openings.turn(() => new Promise(() => {}));
  for (let ms = 0; ms < 10_000; ms += 20) {
    t.mock.timers.tick(20);
    await soon();
  }
  const began = Date.now();
  let held = 0;
  for (let ms = 0; ms < 60_000; ms += 20) {
    void openings.turn(async () => {
      held += 200;
      t.mock.timers.setTime(Date.now() + 200);
    });
    await soon();
    t.mock.timers.tick(20);
    await soon();
  }
  const part = held / (Date.now() - began);
  assert.ok(part < 0.25 && part > 0.1, `${part}`);
});

test('a few at once do not wait, and the waiting time is limited', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: START });
  const openings = new Openings(LIMITS);
  const came: number[] = [];
  const all = Array.from({ length: 100 }, () => openings.turn(async () => came.push(Date.now() - START)));
  await soon();
  assert.equal(came.length, 20);
  for (let ms = 0; ms < 6_000; ms += 10) {
    t.mock.timers.tick(10);
    await soon();
  }
  const opened = await Promise.all(all);
  assert.ok(opened.includes(null), 'too many');
  assert.ok(came.length > 25 && Math.max(...came) <= 5_010, `${came.length}, the last after ${Math.max(...came)} ms`);
});

test('a failure delays nobody', async () => {
  const openings = new Openings(LIMITS);
  await assert.rejects(
    openings.turn(() => Promise.reject(new Error('no disk'))),
    /no disk/,
  );
  assert.equal(await openings.turn(async () => 'open'), 'open');
});

test('files created in parallel are counted once', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: START });
  const openings = new Openings(LIMITS);
  const open = () => new Promise<boolean>((resolve) => setTimeout(resolve, 500, true));
  const together = Promise.all(Array.from({ length: 20 }, () => openings.turn(open)));
  for (let ms = 0; ms < 600; ms += 10) {
    t.mock.timers.tick(10);
    await soon();
  }
  assert.ok((await together).every((opened) => opened));
  let next = 0;
  const began = Date.now();
  const later = openings.turn(async () => {
    next = Date.now() - began;
  });
  for (let ms = 0; ms < 6_000; ms += 10) {
    t.mock.timers.tick(10);
    await soon();
  }
  await later;
  assert.ok(next < 1_000, `${next} ms until the next`);
});
