/** How a session stands with its room, in a word and, where it needs one, a sentence; says so when it changes. */
import type { Status } from './options.js';

const HAS_ENDED = 'This room has ended. What was written stays, and can be read.';

/** Event: `status`. */
export class Presence extends EventTarget {
  status: Status = 'offline';
  /** Why the status is `refused` or `ended`, as a sentence. */
  refusal = '';

  protected stand(status: Status, refusal = ''): void {
    this.refusal = refusal;
    if (status === this.status) return;
    this.status = status;
    this.dispatchEvent(new Event('status'));
  }

  /** Everything has come, and can be read; and written, unless the room has ended. */
  protected arrive(ended: boolean): void {
    if (ended) this.stand('ended', HAS_ENDED);
    else this.stand('live');
  }
}
