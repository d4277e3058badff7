/** Remembers who this person is in a room: in the tab, and on disk for the day the tab was closed. */

import { toHex } from '../../party/shared/bytes.js';
import type { RoomKey } from './room-key.js';
import { dropFromTab, keepForTab, ofTab } from './tab-storage.js';

const DATABASE = 'code-room people';
const STORE = 'people';

const name = (room: string) => `code-room person ${room}`;

/** Known by the link they came with: one browser may hold two links of one room, for two people. */
export async function rememberedPerson({ room, secret = '' }: RoomKey): Promise<string | undefined> {
  const [kept, person] = ofTab(name(room))?.split(' ') ?? [];
  if (kept === secret && person) return person;
  return onDisk('readonly', { room, secret }, (store, id) => store.get(id));
}

export async function rememberPerson({ room, secret = '' }: RoomKey, person: string): Promise<void> {
  keepForTab(name(room), `${secret} ${person}`);
  await onDisk('readwrite', { room, secret }, (store, id) => store.put(person, id));
}

export async function forgetPerson({ room, secret = '' }: RoomKey): Promise<void> {
  dropFromTab(name(room));
  await onDisk('readwrite', { room, secret }, (store, id) => store.delete(id));
}

type Work = (store: IDBObjectStore, id: string) => IDBRequest;

async function onDisk(mode: IDBTransactionMode, key: RoomKey, work: Work): Promise<string | undefined> {
  // Without a secure context there is no digest, and a secret must not reach the disk: the tab alone remembers.
  if (!crypto.subtle) return undefined;
  try {
    const id = await digest(`${key.room} ${key.secret}`);
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    const database: IDBDatabase = await settled(opening);
    const person = await settled(work(database.transaction(STORE, mode).objectStore(STORE), id));
    database.close();
    return typeof person === 'string' ? person : undefined;
  } catch {
    // Some private windows have no storage: then a closed tab is forgotten, and the person comes back as a guest.
    return undefined;
  }
}

/** A disk that never answers is as good as none. */
const DISK_MS = 1_000;

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    setTimeout(() => reject(new Error('The disk does not answer.')), DISK_MS);
  });
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return toHex(new Uint8Array(bytes));
}
