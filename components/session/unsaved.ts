/** Sees to it that edits the room does not have on disk yet survive the page. */
import type { Documents } from './documents.js';
import type { SessionOptions } from './options.js';
import { browserOutbox, type Claim } from './outbox.js';
import { subjectOf } from './token.js';

/** How long an edit may be unsaved before it is written down here: while all is well the room is quicker. */
const KEEP_MS = 250;

export class Unsaved {
  #claim: Claim | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #turn = 0;

  /** `resume`: the token that takes up the replica whose edits these are. */
  constructor(
    private readonly documents: Documents,
    private readonly resume: () => Uint8Array,
  ) {}

  /** Puts what an earlier page of the same person left back into the documents; its resume token, or null when there was nothing. */
  async takeUp(options: SessionOptions, token: string): Promise<Uint8Array | null> {
    const { outbox = browserOutbox(), host, room, personKey } = options;
    const turn = ++this.#turn;
    const claim = await outbox.claim(`${host}/${room}/${personKey || subjectOf(token)}`);
    if (turn !== this.#turn) {
      claim.release();
      return null;
    }
    this.#claim = claim;
    if (claim.entry) this.documents.restore(claim.entry.documents);
    return claim.entry?.resume ?? null;
  }

  changed(): void {
    if (!this.#claim) return;
    if (this.documents.saved) this.#keep();
    else this.#timer ??= setTimeout(() => this.#keep(), KEEP_MS);
  }

  /** What is unsaved now is left to the next session. */
  release(): void {
    this.#turn++;
    this.#keep();
    this.#claim?.release();
    this.#claim = null;
  }

  #keep(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const documents = this.documents.snapshots();
    this.#claim?.keep(documents && { documents, resume: this.resume() });
  }
}
