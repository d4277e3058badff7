/** Connection status of a session, with a sentence where there is one; notifies on change. */
import { CLOSE } from '../../party/shared/protocol.js';
import type { Status } from './options.js';
import { asRefused, type Refused, refusal } from './refusal/session-refusal.js';

export class ConnectionStatus {
  status: Status = 'offline';
  /** Why the status is `refused` or `ended`, or for `offline`, the room's reason if it gave one. */
  refusal = asRefused('');
  /** Code of the last close, as in PROTOCOL.md; 0 before there was one. */
  closeCode = 0;

  constructor(private readonly changed: () => void) {}

  become(status: Status, refusal: string | Refused = '', closeCode = this.closeCode): void {
    this.closeCode = closeCode;
    this.refusal = asRefused(refusal);
    if (status === this.status) return;
    this.status = status;
    this.changed();
  }

  /** The session reconnects by itself. A room that is too busy gives a reason. */
  lost(code: number, reason: string | Refused): void {
    this.become('offline', code === CLOSE.flood ? reason : '', code);
  }

  /** Catch-up is complete: everything can be read and, unless the room has ended, edited. */
  arrive(ended: boolean): void {
    if (ended) this.become('ended', refusal('has-ended'));
    else this.become('live');
  }
}
