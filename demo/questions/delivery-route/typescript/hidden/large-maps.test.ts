import assert from 'node:assert/strict';
import { test } from 'node:test';
import { route } from './main.ts';

test('a large hall', () => {
  const lines = Array.from({ length: 300 }, () => '.'.repeat(300));
  lines[0] = `S${'.'.repeat(299)}`;
  lines[299] = `${'.'.repeat(299)}G`;
  assert.equal(route(lines), 'D'.repeat(299) + 'R'.repeat(299));
});

test('a long corridor', () => {
  // To the right, down, to the left, down, and so on.
  const lines = Array.from({ length: 297 }, (_, n) => {
    if (n % 2 === 0) return '.'.repeat(299);
    return n % 4 === 1 ? `${'#'.repeat(298)}.` : `.${'#'.repeat(298)}`;
  });
  lines[0] = `S${'.'.repeat(298)}`;
  lines[296] = `${'.'.repeat(298)}G`;
  const there = 'R'.repeat(298);
  const back = 'L'.repeat(298);
  assert.equal(route(lines), `${`${there}DD${back}DD`.repeat(74)}${there}`);
});
