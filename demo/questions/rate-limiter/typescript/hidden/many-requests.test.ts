import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Limiter } from './main.ts';

test('many requests of one caller', () => {
  const limiter = new Limiter(50_000, 50_000);
  for (let now = 0; now < 200_000; now++) assert.ok(limiter.allow('ada', now));
});

test('limiters are apart', () => {
  const one = new Limiter(1, 10);
  const other = new Limiter(1, 10);
  assert.ok(one.allow('ada', 0));
  assert.ok(other.allow('ada', 0));
  assert.ok(!one.allow('ada', 1));
});
