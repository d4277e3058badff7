const assert = require('node:assert');
const strict = require('assert/strict');
const checks = {
  ok: () => assert(true),
  equal: () => assert.equal(1, '1'),
  strictEqual: () => assert.strictEqual(1, 2),
  message: () => assert.strictEqual('a', 'b', 'not the same'),
  deepEqual: () => assert.deepStrictEqual({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3] }),
  deepLoose: () => assert.deepEqual([1, '2'], ['1', 2]),
  notEqual: () => assert.notStrictEqual(1, 1),
  falsy: () => assert.ok(0, 'zero is falsy'),
  throws: () => assert.throws(() => { throw new TypeError('bad value'); }, TypeError),
  throwsMatch: () => assert.throws(() => { throw new Error('other'); }, /bad/),
  throwsNothing: () => assert.throws(() => {}),
  throwsObject: () => assert.throws(() => { throw Object.assign(new Error('x'), { code: 'E1' }); }, { code: 'E1', message: 'x' }),
  doesNotThrow: () => assert.doesNotThrow(() => { throw new Error('did'); }),
  match: () => assert.match('hello', /^x/),
  fail: () => assert.fail('failed on purpose'),
  ifError: () => assert.ifError(null),
  strict: () => strict.equal(1, '1'),
  maps: () => assert.deepStrictEqual(new Map([[1, { a: 1 }]]), new Map([[1, { a: 1 }]])),
  sets: () => assert.deepStrictEqual(new Set([1, 2]), new Set([1, 3])),
  nan: () => assert.deepStrictEqual([NaN, -0], [NaN, 0]),
  prototypes: () => assert.deepStrictEqual(new (class A {})(), {}),
  setsOfPairs: () => assert.notDeepStrictEqual(new Set([[1, 2], [1, 2]]), new Set([[1, 2], [3, 4]])),
  setsInOrder: () => assert.deepStrictEqual(new Set([{ a: 1 }, { a: 2 }]), new Set([{ a: 2 }, { a: 1 }])),
  mapsOfObjects: () => assert.notDeepStrictEqual(new Map([[{}, 1], [{}, 1]]), new Map([[{}, 1], [{}, 2]])),
  setsLoose: () => assert.deepEqual(new Set([1, '2', [3]]), new Set(['1', 2, ['3']])),
  arrayAsText: () => assert.equal([1, 2], '1,2'),
  ownValue: () => assert.equal({ valueOf: () => 5 }, 5),
  symbols: () => assert.notEqual(Symbol('a'), 'a'),
  bytes: () => assert.notDeepStrictEqual(new Uint8Array([1]).buffer, new Uint8Array([2]).buffer),
  error: () => assert.strictEqual(1, 2, new RangeError('my own')),
};
for (const [name, check] of Object.entries(checks)) {
  try {
    check();
    console.log(name, 'passed');
  } catch (error) {
    console.log(name, error.name, error.code, error.message.split('\n').slice(0, 3), error.generatedMessage, error.operator);
  }
}
assert.rejects(Promise.reject(new Error('async')), /async/).then(() => console.log('rejects passed'));
assert.rejects(async () => 5).catch((error) => console.log(error.message));
assert.doesNotReject(Promise.resolve()).then(() => console.log('fine'));
