// The scorecard that this person works on: what the room keeps of it, and what was written here and is still on its way there.
import { readEntries } from '../../party/shared/entries.js';
import type { HandedIn, Scorecard, ScorecardEntry } from '../../party/shared/scorecard.js';
import type { Session } from '../session/session.js';
import { handInScorecard, postScorecard } from '../session/sync/entries.js';
import { sentenceOf } from '../wording/errors.js';
import { dropFromTab, isGone } from './gone-room.js';

const PREFIX = 'code-room:scorecard:';
/** A pause in writing, so that a room is not asked to keep every character. */
const PAUSE_MS = 1_500;
const AGAIN_MS = 10_000;

const EMPTY: Scorecard = { scores: [], summary: '' };

export class OwnScorecard {
  /** Why the room has not taken it, as a sentence. */
  fault = '';
  /** What the room does not have yet. The browser's tab keeps it meanwhile, so that a reload loses nothing. */
  #here: Scorecard | null = null;
  #sending: Promise<void> | null = null;
  #wait: ReturnType<typeof setTimeout> | undefined;

  /** `room`: its id, `changed` is called when `fault` or `saved` has changed, `begun` is what an earlier one had not sent. */
  constructor(
    private readonly session: Session,
    private readonly room: string,
    private readonly changed: () => void,
    private readonly signal: AbortSignal,
    begun: Scorecard | null = null,
  ) {
    this.#here = begun;
    session.addEventListener('status', () => this.#resume(), { signal });
    signal.addEventListener('abort', () => clearTimeout(this.#wait));
    this.#resume();
  }

  get card(): Scorecard {
    return this.#here ?? this.#kept ?? this.handedIn ?? EMPTY;
  }

  /** What the room does not have yet; null: it has all of it. */
  get unsent(): Scorecard | null {
    return this.#here;
  }

  get saved(): boolean {
    return this.#here === null;
  }

  /** As this person handed it in last; null: not yet. */
  get handedIn(): HandedIn | null {
    return this.allHandedIn.findLast(({ by }) => by === this.session.self?.id) ?? null;
  }

  /** All that were handed in, this person's too; empty until theirs is. */
  get allHandedIn(): HandedIn[] {
    return readEntries<HandedIn>(this.session.documents.scorecards[0]?.text.toString() ?? '');
  }

  get changedSince(): boolean {
    const { handedIn } = this;
    return handedIn !== null && written(handedIn) !== written(this.card);
  }

  change(card: Scorecard): void {
    this.#here = { scores: card.scores, summary: card.summary };
    this.#remember();
    this.#later(PAUSE_MS);
    this.changed();
  }

  /** Rejects with an Error whose message is for people. */
  async handIn(): Promise<void> {
    const { card } = this;
    await this.#send();
    await handInScorecard(this.session.documents, { scores: card.scores, summary: card.summary });
    // Also where the room keeps none that is not handed in.
    if (this.#here && written(this.#here) === written(card)) this.#forget();
    this.fault = '';
    this.changed();
  }

  /** As the room keeps it. */
  get #kept(): ScorecardEntry | null {
    const [, ...own] = this.session.documents.scorecards;
    return own.flatMap(({ text }) => readEntries<ScorecardEntry>(text.toString())).at(-1) ?? null;
  }

  get #connected(): boolean {
    return this.session.status === 'live' || this.session.status === 'ended';
  }

  /** Shows what an earlier page or a lost connection has left, and sends it when it can be sent. */
  #resume(): void {
    if (isGone(this.session)) return this.#drop();
    if (this.session.self) this.#here ??= this.#remembered();
    if (this.#here && this.#connected) this.#later(0);
  }

  #later(ms: number): void {
    clearTimeout(this.#wait);
    if (!this.signal.aborted) this.#wait = setTimeout(() => void this.#send(), ms);
  }

  /** One after the other. Never rejects. */
  #send(): Promise<void> {
    clearTimeout(this.#wait);
    this.#sending ??= this.#post().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  async #post(): Promise<void> {
    const card = this.#here;
    if (!card || !this.#connected) return;
    try {
      await postScorecard(this.session.documents, card);
      this.fault = '';
      if (this.#here === card) this.#forget();
      else this.#later(PAUSE_MS);
    } catch (error) {
      this.fault = this.#connected ? sentenceOf(error) : '';
      this.#later(AGAIN_MS);
    }
    this.changed();
  }

  #forget(): void {
    this.#here = null;
    this.#remember();
  }

  /** Of a room that is no more. After a reload nobody knows whose it was. */
  #drop(): void {
    this.#here = null;
    clearTimeout(this.#wait);
    dropFromTab(PREFIX + this.room);
  }

  get #key(): string {
    return `${PREFIX}${this.room}:${this.session.self?.id ?? ''}`;
  }

  #remember(): void {
    try {
      if (this.#here && !isGone(this.session)) sessionStorage.setItem(this.#key, JSON.stringify(this.#here));
      else sessionStorage.removeItem(this.#key);
    } catch {
      // Full or forbidden: the room has it in a moment.
    }
  }

  #remembered(): Scorecard | null {
    try {
      return JSON.parse(sessionStorage.getItem(this.#key) ?? 'null') as Scorecard | null;
    } catch {
      return null; // Storage is forbidden here, as in a sandboxed frame.
    }
  }
}

function written({ scores, summary }: Scorecard): string {
  return JSON.stringify([scores, summary]);
}
