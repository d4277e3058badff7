// The hour of an interview, on `<code-room>`: questions, timer, chat, following and pointing. What does it is loaded after the first frame.
import type { ActivityEntry } from '../../party/shared/activity.js';
import { type AskedQuestion, readAsked } from '../../party/shared/asked-questions.js';
import type { Timer, TimerChange } from '../../party/shared/entries.js';
import type { Proposal } from '../../party/shared/proposals.js';
import type { Question } from '../../party/shared/question.js';
import type { ChatMessage } from '../interview/chat.js';
import type { PrivateFocus } from '../session/room-state.js';
import { CodeHost } from './code-host.js';
import type { InterviewOfPage } from './interview-of-page.js';
import type * as QuestionCalls from './question-calls.js';
import type { Asking, QuestionRoom } from './question-calls.js';

/** Pause before a failed load is repeated. */
const AGAIN_MS = 5_000;

/**
 * What `<code-room>` has for an interview.
 *
 * @fires {CodeRoomTimerEvent} code-room-timer - The timer was set, started, paused or changed.
 * @fires {CodeRoomChatEvent} code-room-chat - Somebody has written in the chat.
 * @fires {CodeRoomFocusEvent} code-room-focus - Somebody is alone with their edits now, or no longer is.
 * @fires {CodeRoomActivityEvent} code-room-activity - A line of the activity log has come, or something was said to one.
 * @fires {CodeRoomProposalEvent} code-room-proposal - A change was proposed, accepted or declined.
 * @fires {CodeRoomFollowEvent} code-room-follow - Somebody else is followed, or I was asked to look at a place.
 */
export abstract class InterviewHost extends CodeHost {
  #interview: InterviewOfPage | undefined;

  /** Questions that were shown so far, in order, with the hints given; the current one has `current`. `code-room-question` fires when they change. */
  get questions(): AskedQuestion[] {
    return readAsked(this.visit?.session.documents.questions.text.toString() ?? '');
  }

  /** For interviewers, like `reveal` and `hint`. Adds a question to the room, by its id in the server's library or as a whole; resolves with its number, rejects with a `CodeRoomError`. */
  ask(question: string | Question, asking?: Asking): Promise<number> {
    return this.#question(({ ask }, room) => ask(room, question, asking));
  }

  /** Shows the first prepared question, or the one with this number, to everybody. */
  reveal(n?: number): Promise<void> {
    return this.#question(({ reveal }, room) => reveal(room, n));
  }

  /** Gives everybody the next hint of the current question, below the task. */
  hint(): Promise<void> {
    return this.#question(({ hint }, room) => hint(room));
  }

  /** Takes the question of this number, which nobody has been shown yet, out of the room. */
  withdraw(n: number): Promise<void> {
    return this.#question(({ withdraw }, room) => withdraw(room, n));
  }

  /** The timer everybody sees; null: there is none. `code-room-timer` tells when it changes. */
  get timer(): Timer | null {
    return this.#interview?.timer ?? null;
  }

  /** For interviewers: sets phases, starts, pauses, adds time; what is left out stays, and null takes the timer away. Rejects with a `CodeRoomError`. */
  setTimer(change: TimerChange | null): Promise<void> {
    return this.#ask((page) => page.setTimer(change));
  }

  /** What was written in the chat, as far as I may read it. `code-room-chat` tells when there is more. */
  get chat(): ChatMessage[] {
    return this.#interview?.chat ?? [];
  }

  /** Writes in the chat. Rejects with a `CodeRoomError`. */
  say(text: string, to?: ChatMessage['to']): Promise<void> {
    return this.#ask((page) => page.write(text, to));
  }

  /** Who is alone with their edits now, and until when; null: nobody. `code-room-focus` tells when that changes. */
  get privateFocus(): PrivateFocus | null {
    return this.#interview?.focus ?? null;
  }

  /** A candidate's edits, cursor and runs stay here for so many minutes; an interviewer offers it. Rejects with a `CodeRoomError`. */
  startFocus(minutes = 5): Promise<void> {
    return this.#ask((page) => page.startFocus(minutes));
  }

  /** A candidate shows what was written before the time is over; an interviewer takes an offer back. */
  endFocus(): Promise<void> {
    return this.#ask((page) => page.endFocus());
  }

  /** The activity log, as far as I may read it. `code-room-activity` tells when there is more. */
  get activity(): ActivityEntry[] {
    return this.#interview?.activity ?? [];
  }

  /** Changes that were proposed, with what became of them. `code-room-proposal` tells when that changes. */
  get proposals(): Proposal[] {
    return this.#interview?.proposals ?? [];
  }

  /** Makes the proposed change to its file, and shows the file here, where its person can undo it. Rejects with a `CodeRoomError`, also when the place has changed since. */
  accept(id: number): Promise<void> {
    return this.#ask((page) => page.judge(id, true));
  }

  /** Leaves the file as it is; the proposal stays in the log. */
  decline(id: number): Promise<void> {
    return this.#ask((page) => page.judge(id, false));
  }

  /** Shows what this person sees, until I type, scroll or click myself; null ends it. */
  follow(person: string | null): Promise<void> {
    return this.#ask((page) => page.follow(person));
  }

  /** Shows everybody where my cursor is, for some seconds. `look`: an interviewer asks everybody to look there. */
  point(look = false): Promise<void> {
    return this.#ask((page) => page.point(look));
  }

  protected override startPageFeatures(): void {
    super.startPageFeatures();
    void this.#enter();
  }

  async #enter(): Promise<void> {
    try {
      await this.#ask((page) => page.enter());
    } catch {
      // The connection is lost for the moment. In private time nothing is run without it.
      if (this.isConnected) setTimeout(() => void this.#enter(), AGAIN_MS);
    }
  }

  #question<T>(call: (calls: typeof QuestionCalls, room: QuestionRoom) => Promise<T>): Promise<Awaited<T>> {
    return this.calling(import('./question-calls.js'), (calls) => {
      const { host, room, token, getToken, visit } = this;
      return call(calls, { host, room, token, getToken, session: visit?.session });
    });
  }

  /** Rejects where it cannot be loaded. */
  #ask<T>(call: (page: InterviewOfPage) => T): Promise<Awaited<T>> {
    return this.calling(import('./interview-of-page.js'), ({ InterviewOfPage }) => {
      this.#interview ??= new InterviewOfPage(
        this,
        () => this.visit,
        (sentence) => this.announcer?.say(sentence),
      );
      return call(this.#interview);
    });
  }
}
