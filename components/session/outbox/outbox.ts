/** Keeps unsaved edits when the page goes away, each set for one session at a time. */
import { createStore, del, delMany, entries, get, keys, promisifyRequest, type UseStore } from 'idb-keyval';
import type { DocumentSnapshots } from '../sync/documents.js';
import { lockAny, type OutboxLock } from './outbox-lock.js';

/** Older edits than this belong to rooms that are no more. */
const FORGET_MS = 30 * 24 * 3600 * 1000;

export interface OutboxEntry {
  documents: DocumentSnapshots;
  /** Takes the replica up again whose edits these are. */
  resume: Uint8Array;
}

/** A place in the outbox that no other session has. */
export interface Claim {
  /** What an earlier session left here. */
  readonly entry: OutboxEntry | null;
  /** Something is kept here, or is being written. */
  readonly holds: boolean;
  /**
   * Replaces what is kept; null: everything is saved. Settles when it is written, or cannot be. Never rejects.
   * `atOnce`: the page may be gone before it can wait for the disk.
   */
  keep(entry: OutboxEntry | null, options?: { atOnce: boolean }): Promise<void>;
  /** Leaves what is kept to the next session. */
  release(): void;
}

export interface Outbox {
  /** `key` names a person in a room. */
  claim(key: string): Promise<Claim>;
}

/** Where there is no disk there is nothing to keep. */
export function browserOutbox(): Outbox {
  return typeof indexedDB === 'undefined' ? forgetful : new IndexedOutbox();
}

/** For pages that may keep nothing: what they have not sent goes with them. */
export const forgetfulClaim: Claim = { entry: null, holds: false, keep: async () => {}, release: () => {} };
const forgetful: Outbox = { claim: async () => forgetfulClaim };

/** Takes what is kept of a room out of this browser; whoever it was from. */
export async function forgetUnsaved(host: string, room: string): Promise<void> {
  try {
    const store = createStore('code-room', 'outbox');
    const kept = await keys<string>(store);
    await delMany(
      kept.filter((place) => place.startsWith(`${host}/${room}/`)),
      store,
    );
  } catch {
    // Where nothing can be kept, nothing has to be forgotten.
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
      // Read now: whoever held it until now may have written to the last.
      if (taken) return new IndexedClaim(store, taken, (await get<Kept>(taken.name, store)) ?? null);
      const lock = await lockAny([`${key}#${Math.random().toString(36).slice(2)}`]);
      return lock ? new IndexedClaim(store, lock, null) : forgetfulClaim;
    } catch {
      // A browser that keeps nothing for this page (private mode, a sandboxed frame) still edits.
      return forgetfulClaim;
    }
  }
}

class IndexedClaim implements Claim {
  holds: boolean;
  /** Ends with the last write. While there is one, of those that wait only the newest is made. */
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
      // A database makes its writes in the order they were asked for.
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
      // A full disk takes nothing: the edits stay in this page, and an older set of them must not come back from there.
      if (entry === this.#newest) await this.#change((store) => store.delete(this.place.name)).catch(() => {});
    }
  }

  /** Without `commit` the page has to live until the disk has answered: what was written while it went away would be lost. */
  #change(change: (store: IDBObjectStore) => IDBRequest): Promise<void> {
    return this.store('readwrite', (store) => {
      change(store);
      store.transaction.commit();
      return promisifyRequest(store.transaction);
    });
  }
}
