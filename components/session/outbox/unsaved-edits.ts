/** Unsaved edits: stores edits that are not on the room's disk yet, and restores them once on a later page. */

import { inTime } from '../../../party/shared/time.js';
import { onPageLifecycle } from '../connection/page-lifecycle.js';
import { subjectOf } from '../connection/token.js';
import type { Documents } from '../sync/documents.js';
import { browserOutbox, type Claim, forgetfulClaim, type Outbox, type OutboxEntry } from './outbox.js';

/** How long an edit may be unsaved before it is stored; usually the room is faster. */
const KEEP_MS = 250;
/** Shorter while offline, when the room cannot save it. */
const KEEP_OFFLINE_MS = 20;
/** Timeout for the disk; after it, the session connects and sends edits without storing them. */
const DISK_MS = 1_500;

/** The outbox entry: room and person. */
interface OutboxPlace {
  outbox?: Outbox;
  host?: string;
  room?: string;
  personKey?: string;
}

export class UnsavedEdits {
  #claim: Claim | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #turn = 0;
  #end = new AbortController();

  /** `resume` is the resume token of the edits' replica. */
  constructor(
    private readonly documents: Documents,
    private readonly resume: () => Uint8Array,
  ) {}

  /** Restores the edits of an earlier page of the same person into the documents, once. Resolves with their resume token, or null if there were none. */
  async recover(place: OutboxPlace, token: string): Promise<Uint8Array | null> {
    if (this.#claim) return null;
    const { outbox = browserOutbox(), host, room, personKey } = place;
    const turn = ++this.#turn;
    // An outbox that fails is none: one can still edit.
    const claimed = outbox.claim(`${host}/${room}/${personKey || subjectOf(token)}`).catch(() => forgetfulClaim);
    const claim = await inTime(claimed, DISK_MS, () => forgetfulClaim);
    // If it arrives later, it is released for another page.
    if (claim === forgetfulClaim) void claimed.then((unwanted) => unwanted.release());
    if (turn !== this.#turn) {
      claim.release();
      return null;
    }
    this.#claim = claim;
    this.#end = new AbortController();
    onPageLifecycle({ resting: () => void this.#keep({ atOnce: true }) }, this.#end.signal);
    const { entry } = claim;
    if (entry && !this.#isOwn(entry)) this.documents.restore(entry.documents);
    return entry?.resume ?? null;
  }

  /** This session has stored it when it was closed: it still has these edits, and those that were made since. */
  #isOwn({ resume }: OutboxEntry): boolean {
    const own = this.resume();
    return own.length > 0 && own.join() === resume.join();
  }

  /** Call after each edit, submission or save; `online`: the room can save it. */
  changed(online: boolean): void {
    if (!this.#claim) return;
    if (this.documents.saved) void this.#keep();
    else this.#timer ??= setTimeout(() => void this.#keep(), online ? KEEP_MS : KEEP_OFFLINE_MS);
  }

  /**
   * Calls `send` after storing. What is stored must include everything that was sent: after a crash, restored edits would otherwise
   * be submitted under another sequence, and be applied twice.
   */
  before(send: () => void): void {
    if (!this.#claim?.holds) return send();
    void inTime(this.#keep(), DISK_MS, () => {}).then(send);
  }

  /**
   * Leaves the unsaved edits to the next session; or nothing (null), where the room was deleted: then they are on this page only.
   * One that is over, which has the same code for those who are new in it, may be opened again.
   */
  release(left?: null): void {
    this.#turn++;
    this.#end.abort();
    void this.#keep({ atOnce: false }, left);
    this.#claim?.release();
    this.#claim = null;
  }

  async #keep(options?: { atOnce: boolean }, documents = this.documents.snapshots()): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#claim?.keep(documents && { documents, resume: this.resume() }, options);
  }
}
