// Hashes for programs: Node's `crypto`, and the part of `crypto.subtle` that insecure pages lack. Uses @noble/hashes; 10 kB, a separate part.
import { hmac } from '@noble/hashes/hmac.js';
import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { sha3_256, sha3_512 } from '@noble/hashes/sha3.js';
import type { Buffer as BufferType } from './buffer.js';

export interface CryptoPart {
  node(buffer: typeof BufferType): object;
  /** Adds `subtle` to the global `crypto` if it is missing. */
  complete(): void;
}

type Hash = Parameters<typeof hmac>[0];
type Data = string | ArrayBuffer | ArrayBufferView;

const HASHES: Readonly<Record<string, Hash>> = {
  md5,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
  ripemd160,
  'sha3-256': sha3_256,
  'sha3-512': sha3_512,
};

const ELSEWHERE =
  'is not there: programs run on a page that is not secure to this browser. Hashes (digest) and HMAC (sign, verify) are.';

function hashOf(name: string): Hash {
  const hash = HASHES[name.toLowerCase()] ?? HASHES[name.toLowerCase().replace(/^(?:rsa-)?sha-/, 'sha')];
  if (!hash) throw Object.assign(new Error('Digest method not supported'), { code: 'ERR_CRYPTO_INVALID_DIGEST' });
  return hash;
}

function bytesOf(data: Data): Uint8Array<ArrayBuffer> {
  if (typeof data === 'string') return new TextEncoder().encode(data);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
  return new Uint8Array(data);
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at++) difference |= (one[at] ?? 0) ^ (other[at] ?? 0);
  return difference === 0;
}

interface HmacKey {
  type: 'secret';
  extractable: boolean;
  algorithm: { name: string; hash?: { name: string }; length: number };
  usages: string[];
}

/** The functions of `SubtleCrypto` that only need hashes. */
function createSubtle() {
  const secrets = new WeakMap<object, Uint8Array>();
  const nameOf = (algorithm: unknown) =>
    String(typeof algorithm === 'object' && algorithm ? Reflect.get(algorithm, 'name') : algorithm);
  const lacking = (name: string) =>
    Promise.reject(new DOMException(`crypto.subtle: ${name} ${ELSEWHERE}`, 'NotSupportedError'));
  const signed = (key: HmacKey, data: Data) => {
    const secret = secrets.get(key);
    if (!secret) throw new TypeError('The key is none that importKey() gave.');
    return hmac(hashOf(key.algorithm.hash?.name ?? ''), secret, bytesOf(data));
  };
  const buffer = (bytes: Uint8Array) => bytes.slice().buffer;
  const own = {
    digest: async (algorithm: unknown, data: Data) => {
      const name = nameOf(algorithm);
      if (!/^sha-(?:1|256|384|512)$/i.test(name)) {
        throw new DOMException('Algorithm: Unrecognized name', 'NotSupportedError');
      }
      return buffer(hashOf(name)(bytesOf(data)));
    },
    importKey: async (format: string, data: Data, algorithm: unknown, extractable: boolean, usages: string[]) => {
      if (format !== 'raw' || nameOf(algorithm).toUpperCase() !== 'HMAC')
        return lacking(`importKey of ${nameOf(algorithm)}`);
      const hash: unknown = Reflect.get(algorithm as object, 'hash');
      const bytes = bytesOf(data).slice();
      const key: HmacKey = {
        type: 'secret',
        extractable,
        algorithm: { name: 'HMAC', hash: { name: nameOf(hash) }, length: bytes.length * 8 },
        usages,
      };
      secrets.set(key, bytes);
      return key;
    },
    generateKey: async (algorithm: unknown, extractable: boolean, usages: string[]) => {
      if (nameOf(algorithm).toUpperCase() !== 'HMAC') return lacking(`generateKey of ${nameOf(algorithm)}`);
      const { blockLen } = hashOf(nameOf(Reflect.get(algorithm as object, 'hash')));
      return own.importKey('raw', crypto.getRandomValues(new Uint8Array(blockLen)), algorithm, extractable, usages);
    },
    exportKey: async (format: string, key: HmacKey) => {
      const secret = secrets.get(key);
      if (format !== 'raw' || !secret || !key.extractable) return lacking('this exportKey');
      return buffer(secret);
    },
    sign: async (_algorithm: unknown, key: HmacKey, data: Data) => buffer(signed(key, data)),
    verify: async (_algorithm: unknown, key: HmacKey, signature: Data, data: Data) =>
      isEqual(signed(key, data), bytesOf(signature)),
  };
  const others = ['encrypt', 'decrypt', 'deriveKey', 'deriveBits', 'wrapKey', 'unwrapKey'].map(
    (name) => [name, () => lacking(name)] as const,
  );
  return Object.assign(Object.fromEntries(others), own);
}

function complete(): void {
  if (!globalThis.crypto.subtle)
    Reflect.defineProperty(globalThis.crypto, 'subtle', { value: createSubtle(), configurable: true });
}

function node(Buffer: typeof BufferType): object {
  const told = (bytes: Uint8Array, encoding?: string) => {
    const buffer = Buffer.from(bytes);
    return encoding && encoding !== 'buffer' ? buffer.toString(encoding) : buffer;
  };
  const input = (data: unknown, encoding?: string) =>
    typeof data === 'string' ? Buffer.from(data, encoding) : bytesOf(data as Data);
  /** Hash and Hmac: updated in parts, ended by their digest. */
  const fed = (state: { update(bytes: Uint8Array): unknown; digest(): Uint8Array; clone?(): unknown }) => {
    let over = false;
    const self = {
      update: (data: unknown, encoding?: string) => {
        if (over) throw Object.assign(new Error('Digest already called'), { code: 'ERR_CRYPTO_HASH_FINALIZED' });
        state.update(input(data, encoding));
        return self;
      },
      digest: (encoding?: string) => {
        if (over) throw Object.assign(new Error('Digest already called'), { code: 'ERR_CRYPTO_HASH_FINALIZED' });
        over = true;
        return told(state.digest(), encoding);
      },
      copy: () => fed(state.clone?.() as typeof state),
    };
    return self;
  };
  const later = <T>(make: () => T, done: unknown) => {
    try {
      const value = make();
      if (typeof done === 'function') setTimeout(() => done(null, value));
    } catch (error) {
      if (typeof done === 'function') setTimeout(() => done(error));
    }
  };
  const randomBytes = (size: number, done?: unknown) => {
    const bytes = Buffer.alloc(size);
    // Browsers limit one call to this size.
    for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
    if (typeof done === 'function') later(() => bytes, done);
    return bytes;
  };
  const randomInt = (from: number, to?: number | ((...values: unknown[]) => void), done?: unknown) => {
    const [low, high] = typeof to === 'number' ? [from, to] : [0, from];
    const span = high - low;
    if (!(span > 0))
      throw new RangeError(
        `The value of "max" is out of range. It must be greater than the value of "min" (${low}). Received ${high}`,
      );
    if (span >= 2 ** 48)
      throw new RangeError(
        `The value of "max - min" is out of range. It must be <= ${2 ** 48 - 1}. Received ${span.toLocaleString('en').replaceAll(',', '_')}`,
      );
    const limit = 2 ** 48 - (2 ** 48 % span);
    for (;;) {
      const drawn = [...crypto.getRandomValues(new Uint8Array(6))].reduce((sum, byte) => sum * 256 + byte, 0);
      if (drawn >= limit) continue;
      const call = typeof to === 'function' ? to : done;
      if (typeof call === 'function') later(() => low + (drawn % span), call);
      return low + (drawn % span);
    }
  };
  const pbkdf2Sync = (secret: Data, salt: Data, c: number, dkLen: number, digest = 'sha1') =>
    told(pbkdf2(hashOf(digest), bytesOf(secret), bytesOf(salt), { c, dkLen }));
  const scryptSync = (secret: Data, salt: Data, dkLen: number, { N = 16384, r = 8, p = 1 } = {}) =>
    told(scrypt(bytesOf(secret), bytesOf(salt), { N, r, p, dkLen }));
  const lacking = (name: string) => () => {
    throw new Error(
      `crypto.${name}() is not there: of Node's crypto there are hashes, HMAC, random numbers and keys from passwords.`,
    );
  };
  const absent =
    'createCipheriv createDecipheriv createSign createVerify generateKeyPair generateKeyPairSync createECDH createDiffieHellman publicEncrypt privateDecrypt sign verify';
  return {
    ...Object.fromEntries(absent.split(' ').map((name) => [name, lacking(name)])),
    createHash: (name: string) => fed(hashOf(name).create()),
    createHmac: (name: string, key: Data) => fed(hmac.create(hashOf(name), bytesOf(key))),
    hash: (name: string, data: unknown, encoding = 'hex') => told(hashOf(name)(input(data)), encoding),
    getHashes: () => Object.keys(HASHES),
    randomBytes,
    randomInt,
    randomUUID: () => crypto.randomUUID(),
    randomFillSync: (bytes: Uint8Array) => {
      bytes.set(randomBytes(bytes.length));
      return bytes;
    },
    getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
    timingSafeEqual: (one: Uint8Array, other: Uint8Array) => {
      if (one.length !== other.length) throw new RangeError('Input buffers must have the same byte length');
      return isEqual(one, other);
    },
    pbkdf2Sync,
    pbkdf2: (...values: unknown[]) =>
      later(() => Reflect.apply(pbkdf2Sync, undefined, values.slice(0, -1)), values.at(-1)),
    scryptSync,
    scrypt: (...values: unknown[]) =>
      later(() => Reflect.apply(scryptSync, undefined, values.slice(0, -1)), values.at(-1)),
    webcrypto: globalThis.crypto,
    subtle: globalThis.crypto.subtle,
  };
}

export const cryptoPart: CryptoPart = { node, complete };
