import assert from 'node:assert/strict';
import { test } from 'node:test';
import { first, merge } from './main.js';

test('logs that never end', () => {
  function* every(from, text) {
    for (let time = from; ; time += 2) yield [time, text];
  }
  const lines = first([every(0, 'even'), every(1, 'odd')], 4);
  assert.deepEqual(lines, [
    [0, 0, 'even'],
    [1, 1, 'odd'],
    [2, 0, 'even'],
    [3, 1, 'odd'],
  ]);
});

test('one line ahead', () => {
  const read = [0, 0];
  function* log(server, lines) {
    for (const line of lines) {
      read[server] += 1;
      yield line;
    }
  }
  const atMost = (...most) =>
    assert.ok(
      read.every((count, server) => count <= most[server]),
      `${read}`,
    );
  const one = log(0, [
    [1, 'a'],
    [1, 'a'],
    [4, 'b'],
    [5, 'c'],
  ]);
  const other = log(1, [
    [2, 'x'],
    [3, 'y'],
    [9, 'z'],
  ]);
  const lines = merge([one, other]);
  assert.deepEqual(lines.next().value, [1, 0, 'a']);
  atMost(2, 1);
  // The repeat was left out.
  assert.deepEqual(lines.next().value, [2, 1, 'x']);
  atMost(3, 2);
  assert.deepEqual(lines.next().value, [3, 1, 'y']);
  atMost(3, 3);
});
