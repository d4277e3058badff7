import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestStreak } from './main.ts';

function manyDays(): number[] {
  // Falls from the last day, with a gap at every thousandth day; the last streak is the longest.
  const days = Array.from({ length: 200_000 }, (_, n) => 199_999 - n);
  return days.filter((day) => day % 1000 !== 0 || day === 199_000);
}

test('streak', () => {
  assert.deepEqual(longestStreak(manyDays()), [198_001, 1999]);
});

test('days are left as they were', () => {
  const days = manyDays();
  longestStreak(days);
  assert.deepEqual(days, manyDays());
});
