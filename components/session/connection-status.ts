/** How a session stands with its room, in a word and, where it needs one, a sentence; says so when it changes. */
import { CLOSE } from '../../party/shared/protocol.js';
import type { Status } from './options.js';

const HAS_ENDED = 'This room has ended. You can still read everything, but not change it.';

/** Event: `status`. */
export class ConnectionStatus extends EventTarget {
  status: Status = 'offline';
  /** Why the status is `refused` or `ended`, as a sentence; of `offline` where the room has said why. */
  refusal = '';
  /** Code of the close that ended the last connection, as in PROTOCOL.md; 0 before there was one. */
  closeCode = 0;

  protected stand(status: Status, refusal = '', closeCode = this.closeCode): void {
    this.closeCode = closeCode;
    this.refusal = refusal;
    if (status === this.status) return;
    this.status = status;
    this.dispatchEvent(new Event('status'));
  }

  /** It comes back by itself. A room that is too full to answer says so. */
  protected lost(code: number, reason: string): void {
    this.stand('offline', code === CLOSE.flood ? reason : '', code);
  }

  /** Everything has come, and can be read; and written, unless the room has ended. */
  protected arrive(ended: boolean): void {
    if (ended) this.stand('ended', HAS_ENDED);
    else this.stand('live');
  }
}
