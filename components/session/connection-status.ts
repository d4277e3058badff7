/** Connection status of a session, with a sentence where there is one; notifies on change. */
import { CLOSE } from '../../party/shared/protocol.js';
import type { Status } from './options.js';
import { asRefused, withCodes } from './refusal/room-refusal.js';
import { type Refused, refusal } from './refusal/session-refusal.js';

export class ConnectionStatus {
  status: Status = 'offline';
  /** Why the status is `refused` or `ended`, or for `offline`, the room's reason if it gave one. */
  refusal = asRefused('');
  /** Code of the last close, as in PROTOCOL.md; 0 before there was one. */
  closeCode = 0;

  /** Counts them, so that a status that has waited for its code does not replace a later one. */
  #changes = 0;

  constructor(private readonly changed: () => void) {}

  become(status: Status, refusal: string | Refused = '', closeCode = this.closeCode): void {
    this.#changes++;
    // A room that has ended may be deleted afterwards, which everybody hears too.
    const same = status === this.status && (status !== 'ended' || closeCode === this.closeCode);
    this.closeCode = closeCode;
    this.refusal = asRefused(refusal);
    if (same) return;
    this.status = status;
    this.changed();
  }

  /** For good: everybody hears of it with its code. */
  turnAway(status: Status, reason: string | Refused, closeCode: number): void {
    // The session's own refusals have theirs.
    if (typeof reason !== 'string') return this.become(status, reason, closeCode);
    const changes = this.#changes;
    withCodes(() => changes === this.#changes && this.become(status, reason, closeCode));
  }

  /** The session reconnects by itself. A room that is too busy gives a reason. */
  lost(code: number, reason: string | Refused): void {
    const told = code === CLOSE.flood;
    // The reason has its code a little later.
    if (told) withCodes(() => {});
    this.become('offline', told ? reason : '', code);
  }

  /** Catch-up is complete: everything can be read and, unless the room has ended, edited. */
  arrive(ended: boolean): void {
    if (ended) this.become('ended', refusal('has-ended'));
    else this.become('live');
  }
}
