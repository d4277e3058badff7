/** What this person posts into documents that the room alone writes: the chat, the timer, moments. */
import type { ChatEntry, MomentEntry, TimerChange } from '../../../party/shared/entries.js';
import {
  CHAT_DOCUMENT,
  INTERVIEWER_CHAT_DOCUMENT,
  MOMENTS_DOCUMENT,
  SCORES_DOCUMENT,
  TIMER_DOCUMENT,
} from '../../../party/shared/protocol.js';
import type { Scorecard } from '../../../party/shared/scorecard.js';
import type { Documents } from './documents.js';
import { ask } from './room-requests.js';

/** Each resolves when the room has written it, and rejects with an Error whose message is for people. */
export function postWords({ files }: Documents, text: ChatEntry['text'], to: 'all' | 'interviewers'): Promise<void> {
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

async function post(files: Documents['files'], document: number, entry: object): Promise<void> {
  await ask(files, { type: 'post', document, entry: JSON.stringify(entry) });
}
