/** Remembers who this person is in a room: in the tab, and on disk for the day the tab was closed. */

import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import { toHex } from '../../party/shared/bytes.js';
import { inTime } from '../../party/shared/time.js';
import type { RoomKey } from './room-key.js';
import { dropFromTab, keepForTab, ofTab } from './tab-storage.js';

const name = (room: string) => `code-room person ${room}`;

/** Known by the link they came with: one browser may hold two links of one room, for two people. */
export async function rememberedPerson({ room, secret = '' }: RoomKey): Promise<string | undefined> {
  const [kept, person] = ofTab(name(room))?.split(' ') ?? [];
  if (kept === secret && person) return person;
  return onDisk({ room, secret }, (id, people) => get<string>(id, people));
}

export async function rememberPerson({ room, secret = '' }: RoomKey, person: string): Promise<void> {
  keepForTab(name(room), `${secret} ${person}`);
  await onDisk({ room, secret }, (id, people) => set(id, person, people));
}

export async function forgetPerson({ room, secret = '' }: RoomKey): Promise<void> {
  dropFromTab(name(room));
  await onDisk({ room, secret }, (id, people) => del(id, people));
}

/** A disk that never answers is as good as none. */
const DISK_MS = 1_000;

async function onDisk<T>(key: RoomKey, work: (id: string, people: UseStore) => Promise<T>): Promise<T | undefined> {
  // Without a secure context there is no digest, and a secret must not reach the disk: the tab alone remembers.
  if (!crypto.subtle) return undefined;
  try {
    const id = await digest(`${key.room} ${key.secret}`);
    return await inTime(work(id, createStore('code-room people', 'people')), DISK_MS, () => undefined);
  } catch {
    // Some private windows have no storage: then a closed tab is forgotten, and the person comes back as a guest.
    return undefined;
  }
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return toHex(new Uint8Array(bytes));
}
