/** Texts that are seldom read, each in pieces that every engine takes as one value. */
import type { Storage } from '../engine/platform.js';

/** UTF-16 units, three bytes each at most: an engine takes 128 KiB. */
const PIECE = 40_000;

type Put = (key: string, value: unknown) => void;

/** What was there under this key has to be on disk, or never have been. */
export async function putText(storage: Storage, put: Put, key: string, text: string): Promise<void> {
  const pieces = Math.ceil(text.length / PIECE);
  for (const old of (await storage.read(`${key}/`)).keys()) put(old, undefined);
  for (let at = 0; at < pieces; at++) put(pieceKey(key, at), text.slice(at * PIECE, (at + 1) * PIECE));
}

/** Empty when there is none. Everything has to be on disk. */
export async function readText(storage: Storage, key: string): Promise<string> {
  return [...(await storage.read(`${key}/`)).values()].join('');
}

/** Padded, so that pieces come out of storage in their order. */
function pieceKey(key: string, at: number): string {
  return `${key}/${String(at).padStart(4, '0')}`;
}
