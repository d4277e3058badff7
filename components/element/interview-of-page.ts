// The hour of an interview as a page reads and changes it: timer, chat, following and pointing, private time, the activity log. Fetched a moment after the room has opened.
import type { ActivityEntry } from '../../party/shared/activity.js';
import { readTimer, type Timer, type TimerChange } from '../../party/shared/entries.js';
import type { Proposal } from '../../party/shared/proposals.js';
import { may } from '../../party/shared/roles.js';
import { activityOf } from '../interview/activity.js';
import { ActivityWatch } from '../interview/activity-watch.js';
import { proposalsOf } from '../interview/assistant.js';
import { type ChatMessage, chatMessages } from '../interview/chat.js';
import { FocusKeeper } from '../interview/focus-keeper.js';
import type { RunController } from '../run/run-controller.js';
import type { PrivateFocus } from '../session/room-state.js';
import type { Session } from '../session/session.js';
import { postFocus, postTimer, postWords, startFocus } from '../session/sync/entries.js';
import { judge } from '../session/sync/proposals.js';
import { laterText } from '../wording/later-text.js';
import { CodeRoomError } from '../wording/room-error.js';
import { announceEntries } from './announce-entries.js';
import { type Following, followingOf } from './following.js';
import {
  CodeRoomActivityEvent,
  CodeRoomChatEvent,
  CodeRoomFocusEvent,
  CodeRoomFollowEvent,
  CodeRoomProposalEvent,
  CodeRoomTimerEvent,
} from './interview-events.js';

interface Visit {
  session: Session;
  runs: RunController;
  signal: AbortSignal;
  alone: boolean;
}

export { refused } from './call-refused.js';

export class InterviewOfPage {
  #visit: Visit | undefined;
  #following: Following | undefined;

  /** `visit`: the room the element is in now; `say`: to whoever uses a screen reader. */
  constructor(
    private readonly element: HTMLElement & { room?: string },
    private readonly visit: () => Visit | undefined,
    private readonly say: (sentence: string) => void,
  ) {}

  /** Follows the room the element is in by now, if it is another. */
  enter(): void {
    const visit = this.visit();
    if (!visit || visit === this.#visit) return;
    this.#visit = visit;
    const { session, runs, signal } = visit;
    const { timer, chat, interviewerChat, proposals } = session.documents;
    const tell = (event: () => Event) => () => this.element.dispatchEvent(event());
    timer.addEventListener(
      'change',
      tell(() => new CodeRoomTimerEvent()),
      { signal },
    );
    for (const document of [chat, interviewerChat])
      document.addEventListener(
        'change',
        tell(() => new CodeRoomChatEvent()),
        { signal },
      );
    proposals.addEventListener(
      'change',
      tell(() => new CodeRoomProposalEvent()),
      { signal },
    );
    // What was there, or came, before this was loaded.
    if (timer.version > 0) tell(() => new CodeRoomTimerEvent())();
    if (chat.version + interviewerChat.version > 0) tell(() => new CodeRoomChatEvent())();
    const { activity } = session.documents;
    activity.addEventListener(
      'change',
      tell(() => new CodeRoomActivityEvent()),
      { signal },
    );
    session.standing.addEventListener(
      'focus',
      tell(() => new CodeRoomFocusEvent()),
      { signal },
    );
    if (session.standing.focus) tell(() => new CodeRoomFocusEvent())();
    if (this.activity.length > 0) tell(() => new CodeRoomActivityEvent())();
    new FocusKeeper(session, this.element.room, signal);
    new ActivityWatch(session, runs, this.element, signal);
    if (proposals.version > 0) tell(() => new CodeRoomProposalEvent())();
    const following = followingOf(session, runs);
    this.#following = following;
    following.addEventListener(
      'change',
      tell(() => new CodeRoomFollowEvent(following.person)),
      { signal },
    );
    announceEntries(session, this.element.room, following, this.say, signal);
  }

  get timer(): Timer | null {
    return readTimer(this.#visit?.session.documents.timer.text.toString() ?? '');
  }

  get chat(): ChatMessage[] {
    return this.#visit ? chatMessages(this.#visit.session) : [];
  }

  get focus(): PrivateFocus | null {
    return this.#visit?.session.standing.focus ?? null;
  }

  get activity(): ActivityEntry[] {
    return this.#visit ? activityOf(this.#visit.session) : [];
  }

  /** An interviewer offers it. */
  startFocus(minutes: number): Promise<void> {
    const session = this.#session;
    return may(session.role, 'lead') ? postFocus(session.documents, { offer: minutes }) : startFocus(session, minutes);
  }

  endFocus(): Promise<void> {
    const { documents, role } = this.#session;
    return postFocus(documents, may(role, 'lead') ? { offer: 0 } : { end: true });
  }

  get proposals(): Proposal[] {
    return this.#visit ? proposalsOf(this.#visit.session) : [];
  }

  judge(id: number, accept: boolean): Promise<void> {
    return judge(this.#session.documents, Number(id), accept);
  }

  setTimer(change: TimerChange | null): Promise<void> {
    return postTimer(this.#session.documents, change ?? { phases: [] });
  }

  write(text: string, to: ChatMessage['to'] = 'all'): Promise<void> {
    return postWords(this.#session.documents, String(text ?? ''), to);
  }

  follow(person: string | null): void {
    this.enter();
    this.#following?.follow(person);
  }

  point(look: boolean): void {
    this.enter();
    this.#following?.point(look);
  }

  get #session(): Session {
    this.enter();
    if (!this.#visit) throw new CodeRoomError('not-in-room', laterText('not-in-room'));
    return this.#visit.session;
  }
}
