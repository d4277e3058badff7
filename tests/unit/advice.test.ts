// Sentences below errors of programs in JavaScript that need what is not here.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { advice } from '../../components/runner/worker/javascript/advice.js';
import { explainModuleScope } from '../../components/runner/worker/javascript/module-scope.js';

it('say what to do instead, in the words of every engine', () => {
  for (const message of ['SharedArrayBuffer is not defined', "Can't find variable: SharedArrayBuffer"])
    assert.match(advice(new ReferenceError(message)) ?? '', /one thread here.* To wait, write await new Promise/);
  assert.match(advice(new ReferenceError('document is not defined')) ?? '', /Print to the console/);
});

it('follow Node’s words for what only CommonJS has', () => {
  for (const [said, told, instead] of [
    ['require is not defined', 'require is not defined in ES module scope, you can use import instead', /use import/],
    ["Can't find variable: __dirname", '__dirname is not defined in ES module scope', /import\.meta\.dirname/],
  ] as const) {
    const error = new ReferenceError(said);
    explainModuleScope(error);
    assert.equal(error.message, told);
    assert.match(advice(error) ?? '', instead);
  }
  for (const error of [new ReferenceError('required is not defined'), new Error('module is not defined')]) {
    const { message } = error;
    explainModuleScope(error);
    assert.equal(error.message, message);
  }
});

it('are left out where the cause is another', () => {
  for (const error of [new ReferenceError('total is not defined'), new TypeError('SharedArrayBuffer'), 'document'])
    assert.equal(advice(error), undefined);
});
