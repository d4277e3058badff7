/** Open connections are counted by room, also when a room loses all of them at once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectionCounts, countClosed, countCutOff, countOpened } from '../../party/engine/connection-count.js';

test('a room that cuts all of its connections off is no longer counted, and its people are when they are back', () => {
  for (const room of ['a', 'a', 'b']) countOpened(room);
  assert.deepEqual(connectionCounts(), { rooms: 2, connections: 3 });
  countCutOff('a');
  assert.deepEqual(connectionCounts(), { rooms: 1, connections: 1 });
  countOpened('a');
  assert.deepEqual(connectionCounts(), { rooms: 2, connections: 2 });
  for (const room of ['a', 'b']) countClosed(room);
  assert.deepEqual(connectionCounts(), { rooms: 0, connections: 0 });
});
