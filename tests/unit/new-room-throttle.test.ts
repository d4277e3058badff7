/** Invented room names are limited per address, without effect on others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AddressThrottle, callerAddress } from '../../party/rate/address-throttle.js';
import { NewRoomThrottle } from '../../party/rate/new-room-throttle.js';

test('one address may request so many new rooms per minute; known rooms, and other addresses, are not affected', () => {
  let now = 0;
  const names = new NewRoomThrottle(() => now);
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
  const names = new NewRoomThrottle(() => 0);
  assert.equal(names.ask('first', 'them'), 0);
  for (let n = 0; n < 120; n++) names.ask(`made-up-${n}`, 'me');
  assert.equal(names.ask('first', 'me'), 0);
  for (let n = 0; n < 10_000; n++) assert.equal(names.ask(`room-${n}`, `address-${n % 100}`), 0);
  assert.equal(names.ask('first', 'me'), 60, 'it is new again');
  assert.equal(names.ask('room-9999', 'me'), 0, 'what was asked for last is not');
});

test('addresses are dropped before they fill the memory, least recently used first', () => {
  const throttle = new AddressThrottle(1, () => 0);
  assert.deepEqual([throttle.take('first'), throttle.take('first'), throttle.take('second')], [0, 60, 0]);
  for (let n = 0; n < 9_999; n++) throttle.take(`address-${n}`);
  assert.deepEqual([throttle.left('first'), throttle.left('second'), throttle.left('address-9998')], [0, 60, 60]);
  assert.equal(callerAddress('x'.repeat(100_000))?.length, 64, 'each takes little');
});

test('an address may ask again at once when a clock that was ahead has been set back', () => {
  let now = 3_600_000;
  const throttle = new AddressThrottle(1, () => now);
  assert.deepEqual([throttle.take('me'), throttle.take('me')], [0, 60]);
  now = 0;
  assert.deepEqual([throttle.left('me'), throttle.take('me'), throttle.take('me')], [0, 0, 60]);
});
