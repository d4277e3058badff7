/** How a session stands with its room, in a word and, where it needs one, a sentence; says so when it changes. */
import { CLOSE } from '../../party/shared/protocol.js';
import type { Status } from './options.js';
import { asRefused, type Refused, refusal } from './refusal/session-refusal.js';

export class ConnectionStatus {
  status: Status = 'offline';
  /** Why the status is `refused` or `ended`; of `offline` where the room has said why. */
  refusal = asRefused('');
  /** Code of the close that ended the last connection, as in PROTOCOL.md; 0 before there was one. */
  closeCode = 0;

  constructor(private readonly changed: () => void) {}

  become(status: Status, refusal: string | Refused = '', closeCode = this.closeCode): void {
    this.closeCode = closeCode;
    this.refusal = asRefused(refusal);
    if (status === this.status) return;
    this.status = status;
    this.changed();
  }

  /** It comes back by itself. A room that is too full to answer says so. */
  lost(code: number, reason: string | Refused): void {
    this.become('offline', code === CLOSE.flood ? reason : '', code);
  }

  /** Everything has come, and can be read; and written, unless the room has ended. */
  arrive(ended: boolean): void {
    if (ended) this.become('ended', refusal('has-ended'));
    else this.become('live');
  }
}
