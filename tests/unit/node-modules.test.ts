/** Parts of Node that programs in JavaScript have, where they need no worker. */
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { cryptoPart } from '../../components/runner/worker/javascript/node/crypto.js';
import { createTest } from '../../components/runner/worker/javascript/node/test.js';

describe('A test with a time limit', () => {
  const { setTimeout, clearTimeout } = globalThis;
  const timers = new Set<unknown>();

  beforeEach(() => {
    timers.clear();
    const set = (...given: Parameters<typeof setTimeout>) => {
      const timer = setTimeout(...given);
      timers.add(timer);
      return timer;
    };
    const clear = (timer: ReturnType<typeof setTimeout>) => {
      timers.delete(timer);
      clearTimeout(timer);
    };
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  });

  afterEach(() => {
    for (const timer of timers) clearTimeout(timer as ReturnType<typeof setTimeout>);
    Object.assign(globalThis, { setTimeout, clearTimeout });
  });

  it('leaves no timer when it ends before, which its program would wait for', async () => {
    const printed: string[] = [];
    let ran = Promise.resolve();
    const { test } = createTest({
      output: { write: (_kind: string, text: string) => void printed.push(text) },
      inspection: { inspect: String },
      assert: {},
      begun: (run: () => Promise<void>) => {
        ran = Promise.resolve().then(run);
      },
      failed: () => undefined,
    } as unknown as Parameters<typeof createTest>[0]);
    test('passes', { timeout: 60_000 }, () => undefined);
    test('passes later', async () => undefined, 60_000);
    test('calls back', { timeout: 60_000 }, (_context: unknown, done: () => void) => done());
    test('throws', { timeout: 60_000 }, () => {
      throw new Error('no');
    });
    await ran;
    assert.ok(printed.includes('ℹ pass 3\n') && printed.includes('ℹ fail 1\n'), printed.join(''));
    assert.equal(timers.size, 0);
  });
});

describe('crypto.randomInt', () => {
  const { randomInt } = cryptoPart.node(Buffer as never) as { randomInt(from: number, to: number): number };

  it('refuses a range that has no end in six bytes, as Node does, instead of drawing for ever', {
    timeout: 5_000,
  }, () => {
    for (const end of [2 ** 48, 2 ** 50]) assert.throws(() => randomInt(0, end), RangeError);
    assert.ok(randomInt(0, 2 ** 48 - 1) < 2 ** 48);
  });
});
