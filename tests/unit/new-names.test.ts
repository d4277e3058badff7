/** Made-up room names come to an end for whoever makes them up, and for nobody else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NewRoomThrottle } from '../../party/rate/new-room-throttle.js';

test('one address asks for so many new rooms a minute; rooms that have been asked for, and others, are not held up', () => {
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
