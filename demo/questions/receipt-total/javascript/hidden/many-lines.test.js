import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiptTotal } from './main.js';

const offers = ['none', 'third-free', 'half'];

function manyLines() {
  return Array.from({ length: 999 }, (_, n) => {
    return { name: `item ${n}`, cents: 101, count: 100, offer: offers[n % 3] };
  });
}

test('total', () => {
  // 333 lines of each kind: 100, 67 and 100 pieces at half the price.
  assert.equal(receiptTotal(manyLines(), 0), 333 * (101 * 100 + 101 * 67 + 50 * 100));
});

test('lines are left as they were', () => {
  const lines = manyLines();
  receiptTotal(lines, 5);
  assert.deepEqual(lines, manyLines());
});
