// Hashes for programs: Node's `crypto`, and the part of `crypto.subtle` that insecure pages lack. Uses @noble/hashes; 10 kB, a separate part.
import { hmac } from '@noble/hashes/hmac.js';
import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { sha3_256, sha3_512 } from '@noble/hashes/sha3.js';
import type { Buffer as BufferType } from './buffer.js';
import { check, outOfRange, TEXT_OR_BUFFER, TEXT_OR_BYTES, wrongType } from './wrong-values.js';

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
  'is not there: programs run on a page that is not secure to this browser. Hashes (digest), HMAC (sign, verify) and PBKDF2 (deriveBits) are.';

function hashOf(name: string): Hash {
  const hash = HASHES[name.toLowerCase()] ?? HASHES[name.toLowerCase().replace(/^(?:rsa-)?sha-/, 'sha')];
  if (!hash) throw Object.assign(new Error('Digest method not supported'), { code: 'ERR_CRYPTO_INVALID_DIGEST' });
  return hash;
}

function bytesOf(data: Data): Uint8Array<ArrayBuffer> {
  if (typeof data === 'string') return new TextEncoder().encode(data);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  throw new TypeError('The data is neither an ArrayBuffer nor a view of one.');
}

/** Of a secret, or what is mixed with it. */
function secretOf(name: string, data: Data, wanted = TEXT_OR_BUFFER): Uint8Array<ArrayBuffer> {
  if (typeof data === 'string' || ArrayBuffer.isView(data) || data instanceof ArrayBuffer) return bytesOf(data);
  throw wrongType(name, wanted, data);
}

function digestOf(name: string): Hash {
  check('digest', 'string', name);
  return knownDigest(name);
}

function knownDigest(name: string): Hash {
  try {
    return hashOf(name);
  } catch {
    // Node has another sentence where a key is used.
    throw Object.assign(new TypeError(`Invalid digest: ${name}`), { code: 'ERR_CRYPTO_INVALID_DIGEST' });
  }
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at++) difference |= (one[at] ?? 0) ^ (other[at] ?? 0);
  return difference === 0;
}

interface SecretKey {
  type: 'secret';
  extractable: boolean;
  algorithm: { name: string; hash?: { name: string }; length?: number };
  usages: string[];
}

interface Pbkdf2 {
  name: string;
  hash: unknown;
  salt: Data;
  iterations: number;
}

/** The functions of `SubtleCrypto` that only need hashes. */
function createSubtle() {
  const secrets = new WeakMap<object, Uint8Array>();
  const nameOf = (algorithm: unknown) =>
    String(typeof algorithm === 'object' && algorithm ? Reflect.get(algorithm, 'name') : algorithm);
  const lacking = (name: string) =>
    Promise.reject(new DOMException(`crypto.subtle: ${name} ${ELSEWHERE}`, 'NotSupportedError'));
  const buffer = (bytes: Uint8Array) => bytes.slice().buffer;
  const secretFor = (usage: string, key: SecretKey) => {
    const secret = secrets.get(key);
    if (!secret) throw new TypeError('The key is none that importKey() gave.');
    if (key.usages.includes(usage)) return secret;
    throw new DOMException(`Unable to use this key to ${usage}`, 'InvalidAccessError');
  };
  const signed = (usage: string, key: SecretKey, data: Data) => {
    const secret = secretFor(usage, key);
    return hmac(hashOf(key.algorithm.hash?.name ?? ''), secret, bytesOf(data));
  };
  const derived = (usage: string, { name, hash, salt, iterations }: Pbkdf2, key: SecretKey, length: number) => {
    if (name.toUpperCase() !== 'PBKDF2') return lacking(`${usage} of ${name}`);
    if (length % 8 !== 0) throw new DOMException('The length is no multiple of 8.', 'OperationError');
    const wanted = { c: iterations, dkLen: length / 8 };
    return buffer(pbkdf2(hashOf(nameOf(hash)), secretFor(usage, key), bytesOf(salt), wanted));
  };
  const own = {
    digest: async (algorithm: unknown, data: Data) => {
      const name = nameOf(algorithm);
      if (!/^sha-(?:1|256|384|512)$/i.test(name)) {
        throw new DOMException('Algorithm: Unrecognized name', 'NotSupportedError');
      }
      return buffer(hashOf(name)(bytesOf(data)));
    },
    importKey: async (format: string, data: Data, algorithm: unknown, extractable: boolean, usages: string[]) => {
      const name = nameOf(algorithm).toUpperCase();
      if (format !== 'raw' || !/^(?:HMAC|PBKDF2)$/.test(name)) return lacking(`importKey of ${nameOf(algorithm)}`);
      const bytes = bytesOf(data).slice();
      const hash = { name: nameOf(Reflect.get(Object(algorithm), 'hash')) };
      const known = name === 'HMAC' ? { name, hash, length: bytes.length * 8 } : { name };
      const key: SecretKey = { type: 'secret', extractable, algorithm: known, usages };
      secrets.set(key, bytes);
      return key;
    },
    generateKey: async (algorithm: unknown, extractable: boolean, usages: string[]) => {
      if (nameOf(algorithm).toUpperCase() !== 'HMAC') return lacking(`generateKey of ${nameOf(algorithm)}`);
      const { blockLen } = hashOf(nameOf(Reflect.get(algorithm as object, 'hash')));
      return own.importKey('raw', crypto.getRandomValues(new Uint8Array(blockLen)), algorithm, extractable, usages);
    },
    exportKey: async (format: string, key: SecretKey) => {
      const secret = secrets.get(key);
      if (format !== 'raw' || !secret || !key.extractable) return lacking('this exportKey');
      return buffer(secret);
    },
    sign: async (_algorithm: unknown, key: SecretKey, data: Data) => buffer(signed('sign', key, data)),
    verify: async (_algorithm: unknown, key: SecretKey, signature: Data, data: Data) =>
      isEqual(signed('verify', key, data), bytesOf(signature)),
    deriveBits: async (algorithm: Pbkdf2, key: SecretKey, length: number) =>
      derived('deriveBits', algorithm, key, length),
    deriveKey: async (algorithm: Pbkdf2, key: SecretKey, made: unknown, extractable: boolean, usages: string[]) => {
      if (nameOf(made).toUpperCase() !== 'HMAC') return lacking(`deriveKey for ${nameOf(made)}`);
      const { hash, length } = made as { hash: unknown; length?: number };
      const bits = await derived('deriveKey', algorithm, key, length ?? hashOf(nameOf(hash)).blockLen * 8);
      return own.importKey('raw', bits, made, extractable, usages);
    },
  };
  const others = ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey'].map((name) => [name, () => lacking(name)] as const);
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
  const input = (name: string, data: unknown, encoding?: string) => {
    if (typeof data === 'string') return Buffer.from(data, encoding);
    if (ArrayBuffer.isView(data)) return bytesOf(data);
    throw wrongType(name, TEXT_OR_BYTES, data);
  };
  /** Hash and Hmac: updated in parts, ended by their digest. */
  const fed = (state: { update(bytes: Uint8Array): unknown; digest(): Uint8Array; clone?(): unknown }) => {
    let over = false;
    const self = {
      update: (data: unknown, encoding?: string) => {
        if (over) throw Object.assign(new Error('Digest already called'), { code: 'ERR_CRYPTO_HASH_FINALIZED' });
        state.update(input('data', data, encoding));
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
    check('callback', 'function', done);
    const value = make();
    setTimeout(() => (done as (...values: unknown[]) => void)(null, value));
  };
  const drawn = (size: number) => {
    check('size', 'number', size);
    if (!(size >= 0 && size < 2 ** 31)) throw outOfRange('size', '>= 0 && <= 2147483647', size);
    const bytes = Buffer.alloc(size);
    // Browsers limit one call to this size.
    for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
    return bytes;
  };
  const randomBytes = (size: number, done?: unknown) =>
    done === undefined ? drawn(size) : later(() => drawn(size), done);
  const randomInt = (from: number, to?: number | ((...values: unknown[]) => void), done?: unknown) => {
    const oneBound = to === undefined || typeof to === 'function';
    const [low, high] = oneBound ? [0, from] : [from, to];
    if (!Number.isSafeInteger(low)) throw wrongType('min', 'a safe integer', low);
    if (!Number.isSafeInteger(high)) throw wrongType('max', 'a safe integer', high);
    const span = high - low;
    if (!(span > 0)) throw outOfRange('max', `greater than the value of "min" (${low})`, high);
    if (span >= 2 ** 48) throw outOfRange('max - min', `<= ${2 ** 48 - 1}`, span);
    const limit = 2 ** 48 - (2 ** 48 % span);
    for (;;) {
      const number = [...crypto.getRandomValues(new Uint8Array(6))].reduce((sum, byte) => sum * 256 + byte, 0);
      if (number >= limit) continue;
      const call = typeof to === 'function' ? to : done;
      const value = low + (number % span);
      return call === undefined ? value : later(() => value, call);
    }
  };
  const pbkdf2Sync = (secret: Data, salt: Data, c: number, dkLen: number, digest: string) => {
    const hash = digestOf(digest);
    const [password, mixed] = [secretOf('password', secret), secretOf('salt', salt)];
    check('iterations', 'number', c);
    check('keylen', 'number', dkLen);
    return told(pbkdf2(hash, password, mixed, { c, dkLen }));
  };
  const scryptSync = (secret: Data, salt: Data, dkLen: number, { N = 16384, r = 8, p = 1 } = {}) => {
    const [password, mixed] = [secretOf('password', secret), secretOf('salt', salt)];
    check('keylen', 'number', dkLen);
    return told(scrypt(password, mixed, { N, r, p, dkLen }));
  };
  const compared = (name: string, data: unknown) => {
    if (ArrayBuffer.isView(data) || data instanceof ArrayBuffer) return bytesOf(data);
    const wanted = 'an instance of ArrayBuffer, Buffer, TypedArray, or DataView';
    throw wrongType(name, wanted, data);
  };
  const lacking = (name: string) => () => {
    throw new Error(
      `crypto.${name}() is not there: of Node's crypto there are hashes, HMAC, random numbers and keys from passwords.`,
    );
  };
  const absent =
    'createCipheriv createDecipheriv createSign createVerify generateKeyPair generateKeyPairSync createECDH createDiffieHellman publicEncrypt privateDecrypt sign verify';
  return {
    ...Object.fromEntries(absent.split(' ').map((name) => [name, lacking(name)])),
    createHash: (name: string) => {
      check('algorithm', 'string', name);
      return fed(hashOf(name).create());
    },
    createHmac: (name: string, key: Data) => {
      check('hmac', 'string', name);
      const secret = secretOf(
        'key',
        key,
        `${TEXT_OR_BUFFER.replace(', or DataView', ', DataView')}, KeyObject, or CryptoKey`,
      );
      return fed(hmac.create(knownDigest(name), secret));
    },
    hash: (name: string, data: unknown, encoding = 'hex') => {
      check('algorithm', 'string', name);
      return told(hashOf(name)(input('input', data)), encoding);
    },
    getHashes: () => Object.keys(HASHES),
    randomBytes,
    randomInt,
    randomUUID: () => crypto.randomUUID(),
    randomFillSync: (bytes: Uint8Array) => {
      if (!ArrayBuffer.isView(bytes)) throw wrongType('buf', 'an instance of ArrayBuffer or ArrayBufferView', bytes);
      bytes.set(drawn(bytes.length));
      return bytes;
    },
    getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
    timingSafeEqual: (first: unknown, second: unknown) => {
      const [one, other] = [compared('buf1', first), compared('buf2', second)];
      if (one.length === other.length) return isEqual(one, other);
      const error = new RangeError('Input buffers must have the same byte length');
      throw Object.assign(error, { code: 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH' });
    },
    pbkdf2Sync,
    pbkdf2: (...values: unknown[]) => later(() => Reflect.apply(pbkdf2Sync, undefined, values.slice(0, 5)), values[5]),
    scryptSync,
    scrypt: (...values: unknown[]) =>
      later(() => Reflect.apply(scryptSync, undefined, values.slice(0, -1)), values.at(-1)),
    webcrypto: globalThis.crypto,
    subtle: globalThis.crypto.subtle,
  };
}

export const cryptoPart: CryptoPart = { node, complete };
