// A program that is repeated finds the same random numbers again, wherever it takes them from.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seedCrypto, seededBytes, seedRandom } from '../../components/runner/worker/seeded-random.js';

/** What a program draws that starts with this seed. */
function drawn(seed: number) {
  seedRandom(seed);
  const bytes = [...crypto.getRandomValues(new Uint8Array(4))];
  const words = [...crypto.getRandomValues(new Uint32Array(2))];
  return { math: [Math.random(), Math.random()], bytes, words, uuid: crypto.randomUUID() };
}

describe('seeded random numbers', () => {
  it('are the same for the same seed, and others for another', () => {
    const once = drawn(12345678901234);
    assert.deepEqual(drawn(12345678901234), once);
    const other = drawn(12345678901235);
    for (const kind of ['math', 'bytes', 'words', 'uuid'] as const) assert.notDeepEqual(other[kind], once[kind], kind);
  });

  it('are as the browser gives them', () => {
    seedCrypto(1);
    const values = new Uint16Array(64);
    assert.equal(crypto.getRandomValues(values.subarray(8)).length, 56);
    assert.deepEqual([...values.slice(0, 8)], Array(8).fill(0));
    assert.ok(values.slice(8).some((value) => value > 255));
    assert.match(crypto.randomUUID(), /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    assert.notEqual(crypto.randomUUID(), crypto.randomUUID());
    assert.throws(() => crypto.getRandomValues(new Float64Array(1) as unknown as Uint8Array<ArrayBuffer>));
    assert.throws(() => crypto.getRandomValues(new Uint8Array(65_537)), { name: 'QuotaExceededError' });
  });

  it('are spread over all that a byte may be', () => {
    const bytes = new Uint8Array(20_000);
    seededBytes(7)(bytes);
    assert.equal(new Set(bytes).size, 256);
  });
});
