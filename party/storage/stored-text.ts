/** Stores texts that are seldom read, split into pieces that fit into one value. */
import type { Storage } from '../engine/platform.js';

/** UTF-16 units, at most three bytes each: a value may have 128 KiB. */
const PIECE = 40_000;

type Put = (key: string, value: unknown) => void;

/** A previous text under this key must be on disk already. */
export async function putText(storage: Storage, put: Put, key: string, text: string): Promise<void> {
  const pieces = Math.ceil(text.length / PIECE);
  for (const old of (await storage.read(`${key}/`)).keys()) put(old, undefined);
  for (let at = 0; at < pieces; at++) put(pieceKey(key, at), text.slice(at * PIECE, (at + 1) * PIECE));
}

/** Empty when there is none. The text must be on disk already. */
export async function readText(storage: Storage, key: string): Promise<string> {
  return [...(await storage.read(`${key}/`)).values()].join('');
}

/** Padded, so that pieces sort in their order. */
function pieceKey(key: string, at: number): string {
  return `${key}/${String(at).padStart(4, '0')}`;
}
