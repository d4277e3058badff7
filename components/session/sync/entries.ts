/** What this person posts into documents that the room alone writes: the chat, the timer, moments, scorecards, private time, the activity log. */
import type { PostedActivity } from '../../../party/shared/activity.js';
import type { ChatEntry, MomentEntry, TimerChange } from '../../../party/shared/entries.js';
import {
  ACTIVITY_DOCUMENT,
  CHAT_DOCUMENT,
  FOCUS_DOCUMENT,
  INTERVIEWER_CHAT_DOCUMENT,
  MOMENTS_DOCUMENT,
  SCORES_DOCUMENT,
  TIMER_DOCUMENT,
} from '../../../party/shared/protocol.js';
import type { Scorecard } from '../../../party/shared/scorecard.js';
import type { RoomMessageOf as Of } from '../../../party/shared/wire/room-message.js';
import type { Documents } from './documents.js';
import { ask } from './room-requests.js';

/** Each resolves when the room has written it, and rejects with an Error whose message is for people. */
export function postChatMessage(
  { files }: Documents,
  text: ChatEntry['text'],
  to: 'all' | 'interviewers',
): Promise<void> {
  return post(files, to === 'all' ? CHAT_DOCUMENT : INTERVIEWER_CHAT_DOCUMENT, { text });
}

export function postTimer({ files }: Documents, change: TimerChange): Promise<void> {
  return post(files, TIMER_DOCUMENT, change);
}

/** Where it is, the room knows by the shown file and its version. */
export function postMoment({ files }: Documents, { kind, text }: Pick<MomentEntry, 'kind' | 'text'>): Promise<void> {
  const { shown } = files;
  const file = files.list.find(({ document }) => document === shown)?.name ?? '';
  return post(files, MOMENTS_DOCUMENT, { kind, text, file, version: shown.version });
}

/** Keeps one's own scorecard in the room; nobody else is sent it. */
export function postScorecard({ files }: Documents, card: Scorecard): Promise<void> {
  return post(files, SCORES_DOCUMENT + 1, card);
}

/** Shows it to the other interviewers who have handed in theirs, and them to this person. */
export function handInScorecard({ files }: Documents, card: Scorecard): Promise<void> {
  return post(files, SCORES_DOCUMENT, card);
}

/** The session of whoever is in private time, as far as that needs it. */
interface FocusSession {
  documents: Documents;
  standing: { focus: { by: string; until: number } | null; receive(message: Of<'focus'>): void };
  self: { id: string } | null;
}

/** Not answered yet. */
const asking = new WeakMap<FocusSession['standing'], Promise<void>>();

/** From this moment on nothing that is typed leaves, as if the room had said so already; where it refuses, it is as before. Who asks twice waits for the first answer. */
export function startFocus(session: FocusSession, minutes: number): Promise<void> {
  const { standing } = session;
  const asked = asking.get(standing) ?? askForFocus(session, minutes).finally(() => asking.delete(standing));
  asking.set(standing, asked);
  return asked;
}

async function askForFocus({ documents, standing, self }: FocusSession, minutes: number): Promise<void> {
  const before = standing.focus;
  const say = (person = '', left = 0) => standing.receive({ type: 'focus', person, left });
  say(self?.id, minutes * 60_000);
  const mine = standing.focus;
  await post(documents.files, FOCUS_DOCUMENT, { start: minutes }).catch((error: unknown) => {
    // The room may have said more meanwhile.
    if (standing.focus === mine) say(before?.by, before ? before.until - Date.now() : 0);
    throw error;
  });
}

export type FocusWish =
  /** Shows what was written, before the time is over. */
  | { end: true }
  /** An interviewer offers so many minutes; 0 takes the offer back. */
  | { offer: number }
  | { decline: true }
  /** A stretch is watched together; 0 ends that. */
  | { watch: number; position?: number; playing?: boolean }
  /** What was noted in a stretch that is over, in pieces. */
  | { stretch: number; key: string; piece: string };

export function postFocus({ files }: Documents, wish: FocusWish): Promise<void> {
  return post(files, FOCUS_DOCUMENT, wish);
}

export function postActivity({ files }: Documents, posted: PostedActivity): Promise<void> {
  return post(files, ACTIVITY_DOCUMENT, posted);
}

/** Says something to a line of one's own in the activity log. */
export function postReason({ files }: Documents, explain: number, text: string): Promise<void> {
  return post(files, ACTIVITY_DOCUMENT, { explain, text });
}

async function post(files: Documents['files'], document: number, entry: object): Promise<void> {
  await ask(files, { type: 'post', document, entry: JSON.stringify(entry) });
}
