/** Remembers the person key of a room: in the tab, and on disk for when the tab was closed. */

import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import { toHex } from '../../party/shared/bytes.js';
import { inTime } from '../../party/shared/time.js';
import type { RoomKey } from './room-key.js';
import { dropFromTab, keepForTab, ofTab } from './tab-storage.js';

const name = (room: string) => `code-room person ${room}`;

/** By the link, because one browser may have two links of one room, for two people. */
export async function rememberedPersonKey({ room, secret = '' }: RoomKey): Promise<string | undefined> {
  const [kept, personKey] = ofTab(name(room))?.split(' ') ?? [];
  if (kept === secret && personKey) return personKey;
  return onDisk({ room, secret }, (id, people) => get<string>(id, people));
}

export async function rememberPersonKey({ room, secret = '' }: RoomKey, personKey: string): Promise<void> {
  keepForTab(name(room), `${secret} ${personKey}`);
  await onDisk({ room, secret }, (id, people) => set(id, personKey, people));
}

export async function forgetPersonKey({ room, secret = '' }: RoomKey): Promise<void> {
  dropFromTab(name(room));
  await onDisk({ room, secret }, (id, people) => del(id, people));
}

/** Timeout of the disk. */
const DISK_MS = 1_000;

async function onDisk<T>(key: RoomKey, work: (id: string, people: UseStore) => Promise<T>): Promise<T | undefined> {
  // Without a secure context there are no digests, and the secret itself must not be stored: then only the tab remembers.
  if (!crypto.subtle) return undefined;
  try {
    const id = await digest(`${key.room} ${key.secret}`);
    return await inTime(work(id, createStore('code-room people', 'people')), DISK_MS, () => undefined);
  } catch {
    // Some private windows have no storage: after closing the tab, the person returns as a guest.
    return undefined;
  }
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return toHex(new Uint8Array(bytes));
}
