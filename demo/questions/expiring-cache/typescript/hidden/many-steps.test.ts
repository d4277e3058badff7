import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cache } from './main.ts';

test('many steps', () => {
  const cache = new Cache(2_000, 1_000_000);
  for (let n = 0; n < 20_000; n++) {
    cache.put(`key ${n}`, String(n), n);
    // The first key is used again and again, so that it stays.
    assert.equal(cache.get('key 0', n), '0');
  }
  assert.equal(cache.size(20_000), 2_000);
  assert.equal(cache.get('key 18001', 20_000), '18001');
  assert.equal(cache.get('key 18000', 20_000), null);
});
