/** Made-up room names come to an end for whoever makes them up, and for nobody else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NewNames } from '../../party/new-names.js';
import { LIMITS } from '../../party/shared/limits.js';

test('one address asks for so many new rooms a minute; rooms that have been asked for, and others, are not held up', () => {
  let now = 0;
  const names = new NewNames(LIMITS, () => now);
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

test('where no addresses are told, made-up rooms take turns, and rooms that have been asked for do not', () => {
  let now = 0;
  const names = new NewNames(LIMITS, () => now);
  assert.equal(names.turn('real'), 0);
  for (let n = 0; n < 19; n++) assert.equal(names.turn(`made-up-${n}`), 0);
  assert.equal(names.turn('the-next'), 200);
  assert.equal(names.turn('real'), 0);
  while (names.turn(`made-up-${now++}-later`) !== null) assert.ok(now < 1_000, 'at last no more may wait');
  assert.equal(names.turn('real'), 0);
  now += 10_000;
  assert.equal(names.turn('a-new-one'), 0, 'it passes');
});
