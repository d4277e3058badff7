import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secondsOf, timeText } from './times.ts';

test('every time comes back as it was', () => {
  for (let seconds = 0; seconds < 100_000; seconds += 7)
    assert.equal(secondsOf(timeText(seconds)), seconds);
});

test('width', () => {
  const lengths = [59, 600, 3600, 36_000].map((seconds) => timeText(seconds).length);
  assert.deepEqual(lengths, [4, 5, 7, 8]);
});
