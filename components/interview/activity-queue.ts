// What was noticed for the activity log and the room has not taken yet: said later with when it was, also after a reload.
import type { Noticed } from '../../party/shared/activity.js';
import { sentenceFor } from '../../party/shared/refusals.js';
import type { Session } from '../session/session.js';
import { postActivity } from '../session/sync/entries.js';
import { dropFromTab, isGone } from './gone-room.js';

const PREFIX = 'code-room:noticed:';
const QUEUED = 50;
/** Of somebody who has posted too much meanwhile, as in the chat. */
const AGAIN_MS = 5_000;

/** `at`: when it was, by this page's clock. */
interface Waiting {
  noticed: Noticed;
  at: number;
}

export class ActivityQueue {
  #waiting: Waiting[] = [];
  /** Where the tab keeps it: of this person alone, since a tab may have been somebody else's before. */
  #key: string | undefined;
  #sending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `room`: its id, under which the tab keeps what waits. */
  constructor(
    private readonly session: Session,
    private readonly room: string | undefined,
    private readonly signal: AbortSignal,
  ) {
    for (const target of [session, session.standing])
      for (const type of ['status', 'focus']) target.addEventListener(type, () => void this.#look(), { signal });
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
    this.#look();
  }

  add(noticed: Noticed): void {
    this.#restore();
    this.#waiting = [...this.#waiting, { noticed, at: Date.now() }].slice(-QUEUED);
    this.#keep();
    void this.#send();
  }

  #look(): void {
    this.#restore();
    if (isGone(this.session)) this.#erase();
    void this.#send();
  }

  /** Nothing of somebody who is in private time, and nothing while the room cannot be reached. */
  get #canSend(): boolean {
    const { status, documents } = this.session;
    return !this.signal.aborted && status === 'live' && !documents.files.held;
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    clearTimeout(this.#timer);
    for (let [first] = this.#waiting; first && this.#canSend; [first] = this.#waiting) {
      const late = Math.max(0, Math.round((Date.now() - first.at) / 1_000));
      try {
        await postActivity(this.session.documents, { ...first.noticed, ...(late > 0 && { late }) });
      } catch (error) {
        // The connection was lost, and it is sent when it is back.
        if (!this.#canSend) break;
        if ((error as Error).message === sentenceFor('posted-often')) {
          this.#timer = setTimeout(() => void this.#send(), AGAIN_MS);
          break;
        }
        // Else the room does not take it at all, or not so late.
      }
      this.#waiting = this.#waiting.filter((one) => one !== first);
      this.#keep();
    }
    this.#sending = false;
  }

  /** What a page before this one could not say, as soon as it is known who this is. */
  #restore(): void {
    const { self } = this.session;
    if (this.#key !== undefined || this.room === undefined || !self) return;
    this.#key = `${PREFIX}${this.room}:${self.id}`;
    try {
      const kept = JSON.parse(sessionStorage.getItem(this.#key) ?? '[]') as Waiting[];
      this.#waiting = [...kept, ...this.#waiting].slice(-QUEUED);
    } catch {
      // Storage is forbidden here, as in a sandboxed frame, or there is none.
    }
  }

  #keep(): void {
    if (this.#key === undefined) return;
    try {
      if (this.#waiting.length > 0) sessionStorage.setItem(this.#key, JSON.stringify(this.#waiting));
      else sessionStorage.removeItem(this.#key);
    } catch {
      // Full or forbidden: what waits at a reload stays unsaid.
    }
  }

  /** Nothing is left of a room that is no more, whoever was in it. */
  #erase(): void {
    this.#waiting = [];
    dropFromTab(PREFIX + this.room);
  }
}
