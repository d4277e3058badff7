// The hour of an interview as a page reads and changes it: timer, chat, following and pointing, private time, the activity log. Fetched a moment after the room has opened.

import type { ActivityEntry } from '../../party/shared/activity.js';
import { readTimer, type Timer, type TimerChange } from '../../party/shared/entries.js';
import type { Proposal } from '../../party/shared/proposals.js';
import { may } from '../../party/shared/roles.js';
import { activityOf } from '../interview/activity.js';
import { ActivityWatch } from '../interview/activity-watch.js';
import { decide, proposalsOf } from '../interview/assistant.js';
import { type ChatMessage, chatMessages } from '../interview/chat.js';
import { FocusKeeper } from '../interview/focus-keeper.js';
import type { PrivateFocus } from '../session/room-state.js';
import type { Session } from '../session/session.js';
import { postChatMessage, postFocus, postTimer, startFocus } from '../session/sync/entries.js';
import { laterText } from '../wording/later-text.js';
import { CodeRoomError } from '../wording/room-error.js';
import { type Following, followingOf } from './following.js';
import { announceInterview } from './interview-announcements.js';
import {
  CodeRoomActivityEvent,
  CodeRoomChatEvent,
  CodeRoomFocusEvent,
  CodeRoomFollowEvent,
  CodeRoomProposalEvent,
  CodeRoomTimerEvent,
} from './interview-events.js';
import type { RoomVisit } from './room-visit.js';

type Visit = Pick<RoomVisit, 'session' | 'runs' | 'signal' | 'isLocal'>;

export { begin, refused } from './call-refused.js';

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
    const { activity, chat, interviewerChat, proposals, timer } = session.documents;
    /** `before`: something was there, or came, before this was loaded. */
    const tell = (targets: readonly EventTarget[], type: string, event: () => Event, before: boolean) => {
      const dispatch = () => this.element.dispatchEvent(event());
      for (const target of targets) target.addEventListener(type, dispatch, { signal });
      if (before) dispatch();
    };
    tell([timer], 'change', () => new CodeRoomTimerEvent(), timer.version > 0);
    const chatBegan = chat.version + interviewerChat.version > 0;
    tell([chat, interviewerChat], 'change', () => new CodeRoomChatEvent(), chatBegan);
    tell([session.standing], 'focus', () => new CodeRoomFocusEvent(), session.standing.focus !== null);
    tell([activity], 'change', () => new CodeRoomActivityEvent(), this.activity.length > 0);
    tell([proposals], 'change', () => new CodeRoomProposalEvent(), proposals.version > 0);
    new FocusKeeper(session, this.element.room, signal);
    new ActivityWatch(session, runs, this.element, signal);
    const following = followingOf(session, runs);
    this.#following = following;
    tell([following], 'change', () => new CodeRoomFollowEvent(following.person), false);
    announceInterview(session, this.element, following, this.say, signal);
  }

  get timer(): Timer | null {
    return readTimer(this.visit()?.session.documents.timer.text.toString() ?? '');
  }

  get chat(): ChatMessage[] {
    return this.#read(chatMessages);
  }

  get focus(): PrivateFocus | null {
    return this.visit()?.session.standing.focus ?? null;
  }

  get activity(): ActivityEntry[] {
    return this.#read(activityOf);
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
    return this.#read(proposalsOf);
  }

  judge(id: number, accept: boolean): Promise<void> {
    return decide(this.#session, Number(id), accept);
  }

  setTimer(change: TimerChange | null): Promise<void> {
    return postTimer(this.#session.documents, change ?? { phases: [] });
  }

  write(text: string, to: ChatMessage['to'] = 'all'): Promise<void> {
    return postChatMessage(this.#session.documents, String(text ?? ''), to);
  }

  follow(person: string | null): void {
    // Outside a room nobody is followed in any case.
    if (person === null && !this.visit()) return;
    const { people } = this.#session;
    if (person !== null && !people.some(({ id, self }) => id === person && !self))
      throw new CodeRoomError('nobody-to-follow', laterText('nobody-to-follow'));
    this.#following?.follow(person);
  }

  point(look: boolean): void {
    this.#entered();
    this.#following?.point(look);
  }

  get #session(): Session {
    return this.#entered().session;
  }

  #entered(): Visit {
    this.enter();
    const visit = this.visit();
    if (!visit) throw new CodeRoomError('not-in-room', laterText('not-in-room'));
    return visit;
  }

  /** Of the room the element is in now, also before it is followed. */
  #read<T>(list: (session: Session) => T[]): T[] {
    const visit = this.visit();
    return visit ? list(visit.session) : [];
  }
}
