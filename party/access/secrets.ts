/** Unguessable ids and secrets, and the digests that are stored in place of secrets. */
import { toBase64 } from '../shared/bytes.js';

/** 128 bits cannot be found by trying. */
const BYTES = 16;

export type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => void;

/** Returns 22 characters of base64url. */
export function randomKey(random: RandomBytes): string {
  const bytes = new Uint8Array(BYTES);
  random(bytes);
  return base64url(bytes);
}

/** Whether it has the form that `randomKey` gives, as ids of made rooms have. */
export function isRandomKey(key: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(key);
}

export async function digest(secret: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))));
}

function base64url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Compares in constant time. */
export function isSameDigest(known: string | undefined, given: string): boolean {
  if (known === undefined || known.length !== given.length) return false;
  let difference = 0;
  for (let at = 0; at < given.length; at++) difference |= known.charCodeAt(at) ^ given.charCodeAt(at);
  return difference === 0;
}
