const { test, mock } = require('node:test');
const assert = require('node:assert');
const told = [];
process.on('exit', () => process.stderr.write(told.join() + '\n'));
const shop = { price: () => 1, get open() { return true; } };
test('own mocks', (t) => {
  t.mock.method(shop, 'price', () => 2);
  t.after(() => void told.push('after', shop.price()));
  assert.equal(shop.price(), 2);
});
test('are over', () => assert.equal(shop.price(), 1));
test('so many times', (t) => {
  const twice = t.mock.fn(() => 1, () => 2, { times: 2 });
  assert.deepEqual([twice(), twice(), twice(), twice.mock.callCount()], [2, 2, 1, 3]);
  const getter = t.mock.getter(shop, 'open', () => false);
  assert.deepEqual([shop.open, getter.mock.callCount()], [false, 1]);
  t.mock.restoreAll();
  assert.equal(shop.open, true);
});
test('prepares', async (t) => {
  t.before(() => void told.push('before'));
  await t.test('inner', () => void told.push('inner'));
});
test('mocks of all stay', () => void mock.method(shop, 'price', () => 8));
test('until they are restored', () => {
  assert.equal(shop.price(), 8);
  mock.restoreAll();
  assert.equal(shop.price(), 1);
});
