import assert from 'node:assert/strict';
import { test } from 'node:test';
import { badge } from './main.ts';

test('every badge has its width', () => {
  for (let width = 1; width < 60; width++) assert.equal(badge('Ada', width).length, width);
});

test('sides differ by one star at most', () => {
  for (let width = 3; width < 60; width++) {
    const [left = '', right = ''] = badge('Ada', width).split('Ada');
    assert.ok([0, 1].includes(right.length - left.length));
  }
});
