// What stands in for `crypto.subtle` on a page that has none gives what a real one gives.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { cryptoPart } from '../../components/runner/worker/javascript/node/crypto.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const hex = (buffer: ArrayBuffer) => Buffer.from(buffer).toString('hex');

/** What one of the two answers to the same. */
async function answers(subtle: SubtleCrypto): Promise<string[]> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await subtle.importKey('raw', bytes('secret'), hmac, true, ['sign', 'verify']);
  const signature = await subtle.sign('HMAC', key, bytes('message'));
  const password = await subtle.importKey('raw', bytes('password'), 'PBKDF2', false, ['deriveBits', 'deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-512', salt: bytes('salt'), iterations: 10 };
  const derived = await subtle.deriveKey(how, password, hmac, true, ['sign']);
  const failed = (error: Error) => error.name;
  return [
    hex(await subtle.digest('SHA-1', bytes('abc'))),
    hex(signature),
    String(await subtle.verify('HMAC', key, signature, bytes('message'))),
    String(await subtle.verify('HMAC', key, signature, bytes('another'))),
    hex(await subtle.deriveBits(how, password, 256)),
    hex(await subtle.exportKey('raw', derived)),
    hex(await subtle.sign('HMAC', derived, bytes('message'))),
    JSON.stringify([password.algorithm, derived.algorithm, derived.usages, derived.extractable]),
    String(await subtle.sign('HMAC', password, bytes('message')).catch(failed)),
    String(await subtle.verify('HMAC', derived, signature, bytes('message')).catch(failed)),
    String(await subtle.deriveBits(how, password, 7).catch(failed)),
  ];
}

it('hashes, signs and derives as the real one does', async () => {
  const real = globalThis.crypto;
  const wanted = await answers(real.subtle);
  const insecure = { getRandomValues: real.getRandomValues.bind(real) };
  Object.defineProperty(globalThis, 'crypto', { value: insecure, configurable: true });
  try {
    cryptoPart.complete();
    assert.notEqual(globalThis.crypto.subtle, real.subtle);
    assert.deepEqual(await answers(globalThis.crypto.subtle), wanted);
  } finally {
    Object.defineProperty(globalThis, 'crypto', { value: real, configurable: true });
  }
});
