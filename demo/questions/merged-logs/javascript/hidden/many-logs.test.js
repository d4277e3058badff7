import assert from 'node:assert/strict';
import { test } from 'node:test';
import { first } from './main.js';

test('many logs', () => {
  const logs = Array.from({ length: 1000 }, (_, server) =>
    Array.from({ length: 200 }, (_, n) => [n * 1000 + server, `${n}`]),
  );
  const lines = first(logs, 200_000);
  assert.equal(lines.length, 200_000);
  assert.ok(lines.every(([time, server], place) => time === place && server === time % 1000));
});
