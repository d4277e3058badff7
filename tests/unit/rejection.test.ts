// What is said of a rejection with a value that is not an error, in V8's words.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { rejection } from '../../components/runner/worker/javascript/rejection.js';

it('a rejected value is named as Node names it, and nothing of it is run', () => {
  class Refused {}
  class Told {
    toString(): string {
      throw new Error('It was asked.');
    }
  }
  const hostile = {
    get constructor() {
      throw new Error('It was asked.');
    },
  };
  for (const [value, words] of [
    [{ a: 1 }, '#<Object>'],
    [[1, 2], '[object Array]'],
    [new Refused(), '#<Refused>'],
    [new Told(), '[object Object]'],
    [Object.create(null), '[object Object]'],
    [hostile, '[object Object]'],
    [new Map(), '#<Map>'],
    [new Date(0), '[object Date]'],
    [Math.max, String(Math.max)],
    [Symbol('s'), 'Symbol(s)'],
    [undefined, 'undefined'],
    ['text', 'text'],
  ] as const) {
    const error = rejection(value);
    assert.ok(error instanceof Error);
    assert.equal(/reason "(.*)"\.$/.exec(error.message)?.[1], words);
  }
});
