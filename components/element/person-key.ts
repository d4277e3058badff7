// What makes the same person of whoever reloads a page with an open room.
import { toHex } from '../../party/shared/bytes.js';

const PREFIX = 'code-room:person:';
/** Two elements of one page in one room are two people. */
const taken = new Set<string>();
/** For pages whose storage is closed. */
const memory = new Map<string, string>();

export interface PersonKey {
  /** 128 random bits. */
  readonly value: string;
  release(): void;
}

/** The key of this tab in this room, kept as long as the tab; further elements of the same page get keys of their own. */
export function claimPersonKey(host: string, room: string): PersonKey {
  let place = `${PREFIX}${host}/${room}`;
  for (let n = 2; taken.has(place); n++) place = `${PREFIX}${host}/${room}#${n}`;
  taken.add(place);
  return { value: kept(place) ?? keep(place, randomKey()), release: () => taken.delete(place) };
}

function kept(place: string): string | null {
  try {
    return sessionStorage.getItem(place) ?? memory.get(place) ?? null;
  } catch {
    return memory.get(place) ?? null; // Storage is forbidden here, as in a sandboxed frame.
  }
}

function keep(place: string, key: string): string {
  memory.set(place, key);
  try {
    sessionStorage.setItem(place, key);
  } catch {
    // Full or forbidden: the person is new after a reload, and that is all.
  }
  return key;
}

function randomKey(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(16)));
}
