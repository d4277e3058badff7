import assert, { AssertionError } from 'node:assert';
for (const check of [
  () => assert.equal(1, '1'),
  () => assert.strictEqual(1, 2, 'own words'),
  () => assert.throws(() => {}, 'nothing thrown'),
  () => assert.deepEqual({ a: 1 }, { a: '1' }),
  () => assert.match('abc', /x/, 'no match'),
  () => assert(false, 'falsy'),
  () => assert.notStrictEqual(NaN, NaN, 'same'),
]) {
  try {
    check();
    console.log('passed');
  } catch (e) {
    console.log(e instanceof AssertionError, e.code, e.message.split('\n')[0], e.generatedMessage);
  }
}
await assert.rejects(Promise.reject(new TypeError('x')), { name: 'TypeError', message: 'x' });
console.log('end');
