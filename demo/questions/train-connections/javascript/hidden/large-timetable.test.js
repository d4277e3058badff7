import assert from 'node:assert/strict';
import { test } from 'node:test';
import { best } from './connections.js';

function timetable() {
  // A hundred trains along a line of 400 stations; each is a little faster than the one before and begins later.
  const rides = [];
  for (let train = 0; train < 100; train++) {
    const step = 12 - Math.floor(train / 20);
    for (let station = 0; station < 400; station++) {
      const departs = train * 7 + station * step;
      rides.push([`T${train}`, `s${station}`, `s${station + 1}`, departs, departs + step]);
    }
  }
  return rides.reverse();
}

test('earliest', () => {
  // The fastest that begins first arrives first.
  assert.deepEqual(best(timetable(), 's0', 's400', 0, 0), {
    arrives: 80 * 7 + 400 * 8,
    changes: 0,
  });
});

test('changes bring nothing here', () => {
  assert.deepEqual(best(timetable(), 's0', 's400', 0, 10), {
    arrives: 80 * 7 + 400 * 8,
    changes: 0,
  });
});

test('a ladder of changes', () => {
  const rides = Array.from({ length: 11 }, (_, n) => [
    `T${n}`,
    `s${n}`,
    `s${n + 1}`,
    n * 10,
    n * 10 + 5,
  ]);
  for (let n = 0; n < 40_000; n++) rides.push([`X${n}`, 'far', `away ${n}`, n, n + 1]);
  assert.deepEqual(best(rides, 's0', 's11', 0, 10), { arrives: 105, changes: 10 });
  assert.equal(best(rides, 's0', 's11', 0, 9), null);
});
