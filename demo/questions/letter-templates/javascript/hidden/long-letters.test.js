import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill } from './main.js';

test('many fields', () => {
  const numbers = Array.from({ length: 10_000 }, (_, n) => n);
  const template = numbers.map((n) => `{{f${n}}},`).join('');
  const data = Object.fromEntries(numbers.map((n) => [`f${n}`, n]));
  assert.equal(fill(template, data), numbers.map((n) => `${n},`).join(''));
});

test('a long list', () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => ({ n }));
  assert.equal(
    fill('{{#rows}}{{n}}{{end}}{{/rows}}', { rows, end: '.' }),
    rows.map(({ n }) => `${n}.`).join(''),
  );
});
