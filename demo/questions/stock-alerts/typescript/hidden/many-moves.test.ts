import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Move, stockAfter } from './stock.ts';

test('many moves', () => {
  const moves = Array.from({ length: 100_000 }, (_, n): Move => {
    return [`item ${n % 1000}`, n % 3 ? 'in' : 'out', 1];
  });
  // The first move of every third item comes too early and is refused.
  const { stock, refused } = stockAfter(moves);
  assert.equal(Object.keys(stock).length, 1000);
  assert.deepEqual(
    refused,
    Array.from({ length: 334 }, (_, n) => n * 3),
  );
  const sum = Object.values(stock).reduce((all, count) => all + count, 0);
  assert.equal(sum, 66_666 - 33_334 + 334);
});
