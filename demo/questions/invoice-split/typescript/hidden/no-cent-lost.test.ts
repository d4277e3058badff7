import assert from 'node:assert/strict';
import { test } from 'node:test';
import { share } from './money.ts';

test('no cent is lost', () => {
  for (const cents of [1, 99, 12_345, 999_999_999]) {
    for (let count = 1; count < 60; count++) {
      const weights = Array.from({ length: count }, (_, weight) => ((weight * weight) % 97) + 1);
      const parts = share(cents, weights);
      const whole = weights.reduce((sum, weight) => sum + weight, 0);
      assert.equal(
        parts.reduce((sum, part) => sum + part, 0),
        cents,
      );
      for (const [place, part] of parts.entries())
        assert.ok(Math.abs(part * whole - cents * weights[place]!) < whole);
    }
  }
});

test('many parts', () => {
  assert.deepEqual(share(10_000, Array(9_999).fill(1)), [2, ...Array(9_998).fill(1)]);
});
