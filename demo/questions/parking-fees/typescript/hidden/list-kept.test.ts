import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fee, total } from './main.ts';

test('the list stays as it is', () => {
  const stays = [500, 20, 90, 61];
  assert.equal(total(stays, 2), fee(61) + fee(20));
  assert.deepEqual(stays, [500, 20, 90, 61]);
});

test('twice', () => {
  const stays = [60, 120, 180];
  assert.equal(total(stays, 1), 600);
  assert.equal(total(stays, 1), 600);
});
