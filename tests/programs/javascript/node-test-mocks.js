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
const order = [];
const note = (name) => () => void order.push(name + Date.now());
test('timers', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'setImmediate', 'Date'] });
  assert.deepEqual([Date.now(), new Date().getTime(), new Date(5).getTime(), new Date() instanceof Date], [0, 0, 5, true]);
  setTimeout(note('late'), 1000);
  setTimeout((one, two) => order.push(one + two), 100, 'a', 'b');
  const every = setInterval(note('every'), 300);
  setImmediate(note('now'));
  clearTimeout(setTimeout(note('never'), 5));
  setTimeout(() => setTimeout(note('inner'), 50), 50);
  t.mock.timers.tick(0);
  assert.deepEqual(order.splice(0), ['now0']);
  t.mock.timers.tick(999);
  assert.deepEqual(order.splice(0), ['ab', 'every999', 'every999', 'every999']);
  clearInterval(every);
  t.mock.timers.runAll();
  assert.deepEqual([order.splice(0), Date.now()], [['late1049', 'inner1049'], 1049]);
  t.mock.timers.setTime(5000);
  assert.equal(Date.now(), 5000);
});
test('are real again', () => assert.ok(Date.now() > 1e12));
test('begins at a time', () => {
  mock.timers.enable({ apis: ['Date'], now: new Date('2024-02-29') });
  assert.equal(new Date().toISOString(), '2024-02-29T00:00:00.000Z');
  mock.timers.tick(86400000);
  assert.equal(new Date().getDate(), 1);
  assert.throws(() => mock.timers.enable(), { code: 'ERR_INVALID_STATE' });
  mock.timers.reset();
  assert.throws(() => mock.timers.tick(), { code: 'ERR_INVALID_STATE', message: /enable MockTimers first/ });
  assert.throws(() => mock.timers.enable({ apis: ['fetch'] }), { code: 'ERR_INVALID_ARG_VALUE' });
});
test('promises', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const waits = require('timers/promises').setTimeout(3000, 'waited');
  require('timers').setTimeout(() => order.push('module'), 3000);
  t.mock.timers.tick(3000);
  assert.deepEqual([await waits, order.splice(0)], ['waited', ['module']]);
});
test('a plan', async (t) => {
  t.plan(3);
  t.assert.equal(1, 1);
  t.assert.ok(true);
  await t.test('with a part', (part) => assert.equal(part.fullName, 'a plan > with a part'));
});
