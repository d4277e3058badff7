import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Sheet } from './main.ts';

const cells = [...'ABCDE'].flatMap((letter) =>
  Array.from({ length: 99 }, (_, row) => `${letter}${row + 1}`),
);

test('each uses the one before twice', () => {
  const sheet = new Sheet();
  const names = cells.slice(0, 50);
  sheet.set('A1', '1');
  for (const [place, before] of names.slice(0, -1).entries())
    sheet.set(names[place + 1]!, `=${before}+${before}`);
  assert.equal(sheet.get('A50'), 2 ** 49);
  sheet.set('A1', '3');
  assert.equal(sheet.get('A50'), 3 * 2 ** 49);
});

test('many changes beside a large sum', () => {
  const sheet = new Sheet();
  for (const cell of cells) sheet.set(cell, '1');
  sheet.set('Z1', '=SUM(A1:E99)');
  for (let n = 0; n < 300; n++) {
    sheet.set('A1', String(n));
    assert.equal(sheet.get('Z1'), 494 + n);
  }
  for (let n = 0; n < 15_000; n++) assert.equal(sheet.get('Z1'), 793);
});
