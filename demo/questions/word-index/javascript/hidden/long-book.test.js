import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordIndex } from './main.js';

test('a long book', () => {
  // Every line has a word of its own and one that is everywhere.
  const lines = Array.from({ length: 20_000 }, (_, n) => {
    const digits = [...`${n}`.padStart(5, '0')];
    return `${digits.map((digit) => 'abcdefghij'[Number(digit)]).join('')} everywhere`;
  });
  const index = wordIndex(lines, []);
  assert.equal(index.length, 20_001);
  assert.equal(index[0], 'aaaaa 1');
  assert.equal(index.at(-1), 'everywhere 1-20000');
});
