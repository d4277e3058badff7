/** Keeps unsaved edits when the page goes away, each set for one session at a time. */
import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import type { DocumentSnapshots } from './documents.js';

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
  /** Replaces what is kept; null: everything is saved. */
  keep(entry: OutboxEntry | null): void;
  /** Leaves what is kept to the next session. */
  release(): void;
}

export interface Outbox {
  /** `key` names a person in a room. */
  claim(key: string): Promise<Claim>;
}

/** Without Web Locks two tabs could send the same edits twice; without a disk there is nothing to keep: then nothing is kept. */
export function browserOutbox(): Outbox {
  return typeof indexedDB !== 'undefined' && globalThis.navigator?.locks ? new IndexedOutbox() : forgetful;
}

const forgetful: Outbox = {
  claim: async () => ({ entry: null, keep: () => {}, release: () => {} }),
};

interface Kept extends OutboxEntry {
  at: number;
}

class IndexedOutbox implements Outbox {
  async claim(key: string): Promise<Claim> {
    try {
      const store = createStore('code-room', 'outbox');
      for (const [place, kept] of await entries<string, Kept>(store)) {
        if (Date.now() - kept.at > FORGET_MS) await del(place, store);
        else if (place.startsWith(`${key}#`)) {
          const release = await lock(place);
          if (release) return new IndexedClaim(store, place, kept, release);
        }
      }
      const place = `${key}#${Math.random().toString(36).slice(2)}`;
      return new IndexedClaim(store, place, null, (await lock(place)) ?? (() => {}));
    } catch {
      // A browser that keeps nothing for this page (private mode, a sandboxed frame) still edits.
      return forgetful.claim(key);
    }
  }
}

class IndexedClaim implements Claim {
  /** Writes follow each other, so that the last one counts. */
  #writing: Promise<void> = Promise.resolve();
  #stored: boolean;

  constructor(
    private readonly store: UseStore,
    private readonly place: string,
    readonly entry: OutboxEntry | null,
    private readonly unlock: () => void,
  ) {
    this.#stored = entry !== null;
  }

  keep(entry: OutboxEntry | null): void {
    if (entry === null && !this.#stored) return;
    this.#stored = entry !== null;
    const write = () =>
      entry ? set(this.place, { ...entry, at: Date.now() }, this.store) : del(this.place, this.store);
    // A full disk takes nothing: the edits stay where they are, in this page.
    this.#writing = this.#writing.then(write).catch(() => {});
  }

  release(): void {
    void this.#writing.then(this.unlock);
  }
}

/** Held until the returned function is called or the page is gone; null when another page holds it. */
function lock(name: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    const hold = (granted: Lock | null) => (granted ? new Promise<void>((release) => resolve(release)) : resolve(null));
    navigator.locks.request(`code-room ${name}`, { ifAvailable: true }, hold).catch(reject);
  });
}
