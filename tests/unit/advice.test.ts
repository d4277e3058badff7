// Sentences below errors of programs in JavaScript that need what is not here.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { advice } from '../../components/runner/worker/javascript/advice.js';

it('say what to do instead, in the words of every engine', () => {
  for (const message of ['SharedArrayBuffer is not defined', "Can't find variable: SharedArrayBuffer"])
    assert.match(advice(new ReferenceError(message)) ?? '', /one thread here.* To wait, write await new Promise/);
  assert.match(advice(new ReferenceError('document is not defined')) ?? '', /Print to the console/);
});

it('are left out where the cause is another', () => {
  for (const error of [new ReferenceError('total is not defined'), new TypeError('SharedArrayBuffer'), 'document'])
    assert.equal(advice(error), undefined);
});
