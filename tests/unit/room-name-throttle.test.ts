/** How many different rooms one address may ask for is limited, without effect on others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RoomNameThrottle } from '../../party/rate/room-name-throttle.js';

test('one address may request so many new rooms per minute; known rooms, and other addresses, are not affected', () => {
  let now = 0;
  const names = new RoomNameThrottle(() => now);
  assert.equal(names.ask('real', 'them'), 0);
  for (let n = 0; n < 120; n++) assert.equal(names.ask(`made-up-${n}`, 'me'), 0);
  assert.equal(names.ask('one-more', 'me'), 60);
  assert.equal(names.ask('one-more', 'me'), 60, 'asking again does not make it known');
  assert.equal(names.ask('real', 'me'), 0);
  assert.equal(names.ask('another', 'them'), 0);
  assert.equal(names.ask('anything', null), 0, 'nobody is refused for others');
  now = 60_001;
  assert.equal(names.ask('one-more', 'me'), 0);
});

test('requested rooms are dropped before they fill the memory', () => {
  const names = new RoomNameThrottle(() => 0);
  assert.equal(names.ask('first', 'them'), 0);
  for (let n = 0; n < 120; n++) names.ask(`made-up-${n}`, 'me');
  assert.equal(names.ask('first', 'me'), 0);
  for (let n = 0; n < 10_000; n++) assert.equal(names.ask(`room-${n}`, `address-${n % 100}`), 0);
  assert.equal(names.ask('first', 'me'), 60, 'it is new again');
  assert.equal(names.ask('room-9999', 'me'), 0, 'what was asked for last is not');
});
