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

describe('A test of node:test', () => {
  function world() {
    const printed: string[] = [];
    let ran = Promise.resolve();
    const made = createTest({
      output: { write: (_kind: string, text: string) => void printed.push(text) },
      inspection: { inspect: String },
      assert: { ok: () => undefined },
      begun: (run: () => Promise<void>) => {
        ran = Promise.resolve().then(run);
      },
      failed: () => undefined,
    } as unknown as Parameters<typeof createTest>[0]);
    const results = async () => {
      await ran;
      return Object.fromEntries(
        printed.flatMap((line) =>
          [...line.matchAll(/^ℹ (pass|fail) (\d+)$/gm)].map(([, kind, n]) => [kind, Number(n)]),
        ),
      );
    };
    return { ...made, test: made, results };
  }

  it('fails where it says of more or fewer assertions and parts than it has', async () => {
    const { test, results } = world();
    type Told = { plan(count: number): void; assert: Record<string, () => void>; test: typeof test };
    test('enough', async (t: Told) => {
      t.plan(2);
      t.assert.ok?.();
      await t.test('a part', () => undefined);
    });
    test('too few', { plan: 2 }, (t: Told) => t.assert.ok?.());
    test('twice', (t: Told) => {
      t.plan(0);
      t.plan(0);
    });
    assert.deepEqual(await results(), { pass: 2, fail: 2 });
  });

  it('has mocks of its own, which end with it however it ends', async () => {
    const { test, mock, results } = world();
    const shop = { price: () => 1 };
    const seen: unknown[] = [];
    type Told = { mock: typeof mock; after(hook: () => void): void };
    test('mocks', (t: Told) => {
      t.mock.method(shop, 'price', () => 2);
      t.after(() => seen.push(shop.price()));
    });
    test('fails', (t: Told) => {
      seen.push(shop.price());
      t.mock.method(shop, 'price', () => 3);
      throw new Error('no');
    });
    test('mocks for all', () => {
      seen.push(shop.price());
      mock.method(shop, 'price', () => 4);
    });
    test('comes last', () => {
      seen.push(shop.price());
      mock.restoreAll();
      seen.push(shop.price());
    });
    assert.deepEqual([await results(), seen], [{ pass: 3, fail: 1 }, [2, 1, 1, 4, 1]]);
  });

  it('mocks so many calls, and knows what was called', async () => {
    const { mock } = world();
    class Point {
      x = 1;
      get double() {
        return this.x * 2;
      }
    }
    const twice = mock.fn(
      () => 1,
      () => 2,
      { times: 2 },
    );
    assert.deepEqual([twice(), twice(), twice(), twice.mock.callCount()], [2, 2, 1, 3]);
    mock.restoreAll();
    const Mocked = mock.fn(Point as never) as unknown as typeof Point & { mock: { calls: { target: unknown }[] } };
    assert.ok(new Mocked() instanceof Point);
    assert.deepEqual([Mocked.name, Mocked.mock.calls[0]?.target], ['Point', Mocked]);
    const point = new Point();
    const getter = mock.getter(point, 'double', () => 7);
    assert.deepEqual([point.double, getter.mock.callCount()], [7, 1]);
    mock.reset();
    assert.deepEqual([point.double, Object.hasOwn(point, 'double')], [2, false]);
    const Empty = mock.fn() as unknown as typeof Point & { mock: { calls: unknown[] } };
    assert.ok(new Empty() instanceof Empty);
    assert.deepEqual([Empty.mock.calls.length, Empty.name], [1, 'original']);
    assert.throws(() => mock.fn(5 as never), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => mock.method(point, 'none'), { code: 'ERR_INVALID_ARG_VALUE' });
  });

  it('prepares its subtests, and fails if that fails', async () => {
    const { test, results } = world();
    const order: string[] = [];
    type Told = { before(hook: () => unknown): void; test(name: string, body: () => void): Promise<void> };
    test('prepares', async (t: Told) => {
      t.before(async () => {
        await Promise.resolve();
        order.push('before');
      });
      await t.test('inner', () => void order.push('inner'));
    });
    test('fails', (t: Told) => t.before(() => Promise.reject(new Error('no'))));
    assert.deepEqual([await results(), order], [{ pass: 2, fail: 1 }, ['before', 'inner']]);
  });
});

describe('A program’s crypto', () => {
  const crypto = cryptoPart.node(Buffer as never) as Record<string, (...values: unknown[]) => unknown>;
  const BYTES = 'Buffer, TypedArray, or DataView';

  for (const [call, values, message] of [
    ['createHash', [undefined], 'The "algorithm" argument must be of type string. Received undefined'],
    [
      'createHmac',
      ['sha256', undefined],
      'The "key" argument must be of type string or an instance of ArrayBuffer, Buffer, TypedArray, DataView, KeyObject, or CryptoKey. Received undefined',
    ],
    ['createHmac', ['none', 'key'], 'Invalid digest: none'],
    [
      'hash',
      ['sha256', 5],
      `The "input" argument must be of type string or an instance of ${BYTES}. Received type number (5)`,
    ],
    [
      'pbkdf2Sync',
      [undefined, 'salt', 1, 8, 'sha1'],
      `The "password" argument must be of type string or an instance of ArrayBuffer, ${BYTES}. Received undefined`,
    ],
    ['pbkdf2Sync', ['a', 'salt', 1, 8], 'The "digest" argument must be of type string. Received undefined'],
    ['pbkdf2', ['a', 'salt', 1, 8, 'sha1'], 'The "callback" argument must be of type function. Received undefined'],
    [
      'scryptSync',
      ['a', 5, 8],
      `The "salt" argument must be of type string or an instance of ArrayBuffer, ${BYTES}. Received type number (5)`,
    ],
    ['scryptSync', ['a', 'salt', '8'], `The "keylen" argument must be of type number. Received type string ('8')`],
    ['randomBytes', ['5'], `The "size" argument must be of type number. Received type string ('5')`],
    ['randomInt', [1.5], 'The "max" argument must be a safe integer. Received type number (1.5)'],
    ['randomInt', [1, '5'], `The "max" argument must be a safe integer. Received type string ('5')`],
    [
      'timingSafeEqual',
      ['a', 'a'],
      `The "buf1" argument must be an instance of ArrayBuffer, ${BYTES}. Received type string ('a')`,
    ],
  ] as const)
    it(`refuses ${call}(${values.map(String)}) as Node does`, () => {
      assert.throws(() => crypto[call]?.(...values), { name: 'TypeError', message });
    });

  it('hashes texts and bytes, and nothing else', () => {
    const hash = crypto.createHash?.('sha256') as { update(data: unknown): { digest(kind: string): string } };
    for (const data of [5, undefined, {}, [1], new ArrayBuffer(1)])
      assert.throws(() => hash.update(data), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.match(hash.update(new DataView(new ArrayBuffer(1))).digest('hex'), /^6e340b9c/);
  });
});
