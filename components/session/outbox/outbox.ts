/** Outbox: stores unsaved edits when the page is closed; each entry is used by one session at a time. */
import { createStore, del, delMany, entries, get, keys, promisifyRequest, type UseStore } from 'idb-keyval';
import type { DocumentSnapshots } from '../sync/documents.js';
import { lockAny, type OutboxLock } from './outbox-lock.js';

/** Older edits belong to rooms that have expired. */
const FORGET_MS = 30 * 24 * 3600 * 1000;

export interface OutboxEntry {
  documents: DocumentSnapshots;
  /** Resumes the replica that made these edits. */
  resume: Uint8Array;
}

/** An outbox entry that is locked for this session. */
export interface Claim {
  /** Edits of an earlier session. */
  readonly entry: OutboxEntry | null;
  /** Something is stored, or being written. */
  readonly holds: boolean;
  /**
   * Replaces the entry; null when everything is saved. Resolves when written, or when that failed. Never rejects.
   * `atOnce`: the page may be closed before the disk answers.
   */
  keep(entry: OutboxEntry | null, options?: { atOnce: boolean }): Promise<void>;
  /** Unlocks the entry for the next session. */
  release(): void;
}

export interface Outbox {
  /** `key` identifies a person in a room. */
  claim(key: string): Promise<Claim>;
}

/** Without IndexedDB nothing is stored. */
export function browserOutbox(): Outbox {
  return typeof indexedDB === 'undefined' ? forgetful : new IndexedOutbox();
}

/** For pages without storage: unsent edits are lost with the page. */
export const forgetfulClaim: Claim = { entry: null, holds: false, keep: async () => {}, release: () => {} };
const forgetful: Outbox = { claim: async () => forgetfulClaim };

/** Deletes all entries of a room from this browser, of any person. */
export async function forgetUnsaved(host: string, room: string): Promise<void> {
  try {
    const store = createStore('code-room', 'outbox');
    const kept = await keys<string>(store);
    await delMany(
      kept.filter((place) => place.startsWith(`${host}/${room}/`)),
      store,
    );
  } catch {
    // Without storage there is nothing to delete.
  }
}

interface Kept extends OutboxEntry {
  at: number;
}

class IndexedOutbox implements Outbox {
  async claim(key: string): Promise<Claim> {
    try {
      const store = createStore('code-room', 'outbox');
      const left: string[] = [];
      for (const [place, kept] of await entries<string, Kept>(store)) {
        if (Date.now() - kept.at > FORGET_MS) await del(place, store);
        else if (place.startsWith(`${key}#`)) left.push(place);
      }
      const taken = await lockAny(left);
      // Read after locking, because the previous holder may have written until then.
      if (taken) return new IndexedClaim(store, taken, (await get<Kept>(taken.name, store)) ?? null);
      const lock = await lockAny([`${key}#${Math.random().toString(36).slice(2)}`]);
      return lock ? new IndexedClaim(store, lock, null) : forgetfulClaim;
    } catch {
      // Without storage (private mode, a sandboxed frame) one can still edit.
      return forgetfulClaim;
    }
  }
}

class IndexedClaim implements Claim {
  holds: boolean;
  /** Resolves with the last write. Of waiting writes only the newest is made. */
  #writing: Promise<void> = Promise.resolve();
  #waits = false;
  #newest: OutboxEntry | null = null;

  constructor(
    private readonly store: UseStore,
    private readonly place: OutboxLock,
    readonly entry: OutboxEntry | null,
  ) {
    this.holds = entry !== null;
  }

  keep(entry: OutboxEntry | null, { atOnce } = { atOnce: false }): Promise<void> {
    if (entry === null && !this.holds) return this.#writing;
    this.holds = entry !== null;
    this.#newest = entry;
    if (atOnce) {
      // A database executes writes in order.
      this.#writing = Promise.all([this.#writing, this.#write()]).then(() => {});
    } else if (!this.#waits) {
      this.#waits = true;
      this.#writing = this.#writing.then(() => {
        this.#waits = false;
        return this.#write();
      });
    }
    return this.#writing;
  }

  release(): void {
    void this.#writing.then(() => this.place.release());
  }

  async #write(): Promise<void> {
    const entry = this.#newest;
    try {
      await this.#change((store) =>
        entry ? store.put({ ...entry, at: Date.now() }, this.place.name) : store.delete(this.place.name),
      );
    } catch {
      // When the disk is full, edits stay in this page only, and an older entry must not be restored later.
      if (entry === this.#newest) await this.#change((store) => store.delete(this.place.name)).catch(() => {});
    }
  }

  /** Without `commit` the page must stay alive until the disk answers: writes while it closes would be lost. */
  #change(change: (store: IDBObjectStore) => IDBRequest): Promise<void> {
    return this.store('readwrite', (store) => {
      change(store);
      store.transaction.commit();
      return promisifyRequest(store.transaction);
    });
  }
}
