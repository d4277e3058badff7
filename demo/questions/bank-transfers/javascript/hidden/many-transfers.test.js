import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bank } from './main.js';

test('many transfers', () => {
  const bank = new Bank();
  for (let n = 0; n < 100; n++) bank.open(`a${n}`, 1000);
  for (let n = 0; n < 50_000; n++)
    bank.transfer(`t${n % 40_000}`, `a${n % 100}`, `a${(n * 7) % 100}`, n % 900);
  let all = 0;
  for (let n = 0; n < 100; n++) {
    const balance = bank.balance(`a${n}`) ?? 0;
    all += balance;
    assert.equal(
      balance,
      bank.statement(`a${n}`).reduce((sum, [, change]) => sum + change, 1000),
    );
    assert.ok(balance >= 0);
  }
  assert.equal(all, 100_000);
});

test('many batches that fail', () => {
  const bank = new Bank();
  for (let n = 0; n < 5000; n++) bank.open(`a${n}`, 10);
  for (let n = 0; n < 5000; n++) {
    const said = bank.batch([
      [`x${n}`, 'a0', 'a1', 5],
      [`y${n}`, 'a0', 'a1', 50],
    ]);
    assert.deepEqual(said, [1, 'short']);
  }
  assert.equal(bank.balance('a0'), 10);
});
