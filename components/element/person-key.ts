// The person key: identifies somebody who reloads a page with an open room.
import { toHex } from '../../party/shared/bytes.js';

const PREFIX = 'code-room:person:';
/** Two elements on one page in the same room are two people; one that has just been replaced gives its key to the next. */
const taken = new Map<string, Node>();
/** For pages without storage. */
const memory = new Map<string, string>();

export interface PersonKey {
  /** 128 random bits. */
  readonly value: string;
  release(): unknown;
}

/** The key of this browser tab for this room; further elements on the page get other keys. */
export function claimPersonKey(host: string, room: string, holder: Node): PersonKey {
  let storageKey = `${PREFIX}${host}/${room}`;
  for (let n = 2; taken.get(storageKey)?.isConnected; n++) storageKey = `${PREFIX}${host}/${room}#${n}`;
  taken.set(storageKey, holder);
  return {
    value: kept(storageKey) ?? keep(storageKey, randomKey()),
    release: () => taken.get(storageKey) === holder && taken.delete(storageKey),
  };
}

function kept(storageKey: string): string | null {
  try {
    return sessionStorage.getItem(storageKey) ?? memory.get(storageKey) ?? null;
  } catch {
    return memory.get(storageKey) ?? null; // Storage is not allowed, as in a sandboxed frame.
  }
}

function keep(storageKey: string, key: string): string {
  memory.set(storageKey, key);
  try {
    sessionStorage.setItem(storageKey, key);
  } catch {
    // Storage is full or not allowed: after a reload the person counts as new.
  }
  return key;
}

function randomKey(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(16)));
}
