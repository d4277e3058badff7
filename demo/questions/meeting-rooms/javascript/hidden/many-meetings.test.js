import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assignRooms } from './main.js';

test('all overlap', () => {
  const meetings = Array.from({ length: 100_000 }, (_, n) => [n, 200_000]);
  assert.deepEqual(
    assignRooms(meetings),
    meetings.map((_, n) => n + 1),
  );
});

test('every room twice', () => {
  const meetings = Array.from({ length: 100_000 }, (_, n) => [n, 50_000 + n]);
  assert.deepEqual(
    assignRooms(meetings),
    meetings.map((_, n) => (n % 50_000) + 1),
  );
});
