/** Sees to it that edits the room does not have on disk yet survive the page, and come back from there once. */

import { inTime } from '../../../party/shared/time.js';
import { onPageLifecycle } from '../connection/page-lifecycle.js';
import { subjectOf } from '../connection/token.js';
import type { Documents } from '../sync/documents.js';
import { browserOutbox, type Claim, forgetfulClaim, type Outbox } from './outbox.js';

/** How long an edit may be unsaved before it is written down here: while all is well the room is quicker. */
const KEEP_MS = 250;
/** Without a room there is nothing to wait for. */
const KEEP_OFFLINE_MS = 20;
/** A disk that takes longer is as good as none; a room is reached, and edits are sent, without it. */
const DISK_MS = 1_500;

/** Whose edits are kept, and where. */
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

  /** `resume`: the token that takes up the replica whose edits these are. */
  constructor(
    private readonly documents: Documents,
    private readonly resume: () => Uint8Array,
  ) {}

  /** Puts what an earlier page of the same person left back into the documents, once; its resume token, or null when there was nothing. */
  async recover(place: OutboxPlace, token: string): Promise<Uint8Array | null> {
    if (this.#claim) return null;
    const { outbox = browserOutbox(), host, room, personKey } = place;
    const turn = ++this.#turn;
    const claimed = outbox.claim(`${host}/${room}/${personKey || subjectOf(token)}`);
    const claim = await inTime(claimed, DISK_MS, () => forgetfulClaim);
    if (turn !== this.#turn) {
      claim.release();
      return null;
    }
    // Should it come after all, another page may have it.
    if (claim === forgetfulClaim) void claimed.then((unwanted) => unwanted.release());
    this.#claim = claim;
    this.#end = new AbortController();
    onPageLifecycle({ resting: () => void this.#keep({ atOnce: true }) }, this.#end.signal);
    if (claim.entry) this.documents.restore(claim.entry.documents);
    return claim.entry?.resume ?? null;
  }

  /** Something was edited, sent or saved; `online`: the room is there to save it. */
  changed(online: boolean): void {
    if (!this.#claim) return;
    if (this.documents.saved) void this.#keep();
    else this.#timer ??= setTimeout(() => void this.#keep(), online ? KEEP_MS : KEEP_OFFLINE_MS);
  }

  /**
   * Calls `send`, which sends a submission. What is kept here must never be behind what was sent: a page that crashed then
   * would take its edits up again without knowing that the room has them under another sequence, and they would be doubled.
   */
  before(send: () => void): void {
    if (!this.#claim?.holds) return send();
    void inTime(this.#keep(), DISK_MS, () => {}).then(send);
  }

  /** What is unsaved now is left to the next session. */
  release(): void {
    this.#turn++;
    this.#end.abort();
    void this.#keep();
    this.#claim?.release();
    this.#claim = null;
  }

  async #keep(options?: { atOnce: boolean }): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const documents = this.documents.snapshots();
    await this.#claim?.keep(documents && { documents, resume: this.resume() }, options);
  }
}
