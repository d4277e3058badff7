const { test, describe, it, before, beforeEach, mock } = require('node:test');
const assert = require('node:assert');
const sum = (...numbers) => numbers.reduce((a, b) => a + b, 0);
test('adds', () => assert.strictEqual(sum(1, 2), 3));
test('async', async () => {
  await new Promise((resolve) => setTimeout(resolve, 1));
  assert.ok(true);
});
describe('sum', () => {
  let calls = 0;
  before(() => { calls = 10; });
  beforeEach(() => { calls += 1; });
  it('of nothing is 0', () => assert.equal(sum(), 0));
  it('counts hooks', () => assert.equal(calls, 12));
  describe('nested', () => {
    it('negative', () => assert.equal(sum(-1, 1), 0));
  });
});
test('subtests', async (t) => {
  await t.test('one', () => {});
  await t.test('two', (inner) => inner.diagnostic('noted'));
});
test('skipped', { skip: true }, () => { throw new Error('never'); });
test('todo', { todo: 'later' });
test('mocks', () => {
  const fn = mock.fn((x) => x * 2);
  assert.equal(fn(2), 4);
  assert.equal(fn.mock.callCount(), 1);
  assert.deepEqual(fn.mock.calls[0].arguments, [2]);
});
