import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freeSlots, type Slot } from './main.ts';

function manyBookings(): Slot[] {
  // Every second minute is taken, again and again, in an order that is far from sorted.
  return Array.from({ length: 100_000 }, (_, n) => [((n * 7) % 720) * 2, ((n * 7) % 720) * 2 + 1]);
}

test('slots', () => {
  const expected = Array.from({ length: 720 }, (_, n) => [2 * n + 1, 2 * n + 2]);
  assert.deepEqual(freeSlots(manyBookings(), 0, 1440, 1), expected);
});

test('bookings are left as they were', () => {
  const bookings = manyBookings();
  freeSlots(bookings, 0, 1440, 1);
  assert.deepEqual(bookings, manyBookings());
});
