// Texts of a program's Buffer, and of whole streams, are those of Node's.
import assert from 'node:assert/strict';
import { Buffer as Real } from 'node:buffer';
import { describe, it } from 'node:test';
import { parts } from '../fixtures/node-files.js';

const { Buffer } = parts.buffer;
const { consumers } = parts.consumers;

describe('A Buffer', () => {
  it('shows an incomplete character as Node does', () => {
    const SAMPLES = ['', '61', 'e282', '61e28261fff09f98eda080c080', 'efbbbf61', 'f09f9880', 'c3', 'f0e2', 'e282acf0'];
    for (const hex of SAMPLES) assert.equal(Buffer.from(hex, 'hex').toString(), Real.from(hex, 'hex').toString(), hex);
    const text = Real.from('né€😀');
    for (let start = -2; start < 12; start++)
      for (let end = -2; end < 12; end++)
        assert.equal(
          Buffer.from(text).toString('utf8', start, end),
          text.toString('utf8', start, end),
          `${start} to ${end}`,
        );
    for (const part of [['1', '2'], [1.7, 2.7], [Number.NaN, undefined], [5], [0, Number.POSITIVE_INFINITY]]) {
      const [start, end] = part as [number, number?];
      assert.equal(Buffer.from('abc').toString('utf-8', start, end), Real.from('abc').toString('utf-8', start, end));
    }
    assert.equal(Buffer.from('abc').subarray(1).toString(), 'bc');
    assert.equal(Buffer.from('abc').toString('hex', 1), '6263');
  });
});

describe('stream/consumers', () => {
  it('gives all of a stream', async () => {
    const pieces = [Real.from([0x22, 0xe2]), Real.from([0x82, 0xac]), '"'];
    assert.equal(await consumers.text(pieces), '"€"');
    assert.equal(await consumers.json(pieces), '€');
    assert.equal((await consumers.buffer(pieces)).toString('hex'), '22e282ac22');
    assert.equal((await consumers.arrayBuffer(pieces)).byteLength, 5);
    assert.equal((await consumers.blob(pieces)).size, 5);
  });
});
