/** What a room can tell of what was posted: the chat, moments that interviewers noted, the talk with the AI, proposals, the activity log, private time. */
import type { Room } from '../room/room.js';
import { readActivity } from '../shared/activity.js';
import { type ChatEntry, type MomentEntry, readEntries } from '../shared/entries.js';
import { type FocusStretch, focusLines, isStretch } from '../shared/focus.js';
import { readProposals } from '../shared/proposals.js';
import {
  ACTIVITY_DOCUMENT,
  CHAT_DOCUMENT,
  FOCUS_DOCUMENT,
  INTERVIEWER_CHAT_DOCUMENT,
  MOMENTS_DOCUMENT,
  PROPOSALS_DOCUMENT,
  TALK_DOCUMENT,
} from '../shared/protocol.js';
import { readTalk } from '../shared/talk.js';
import type { Report, ReportedMessage } from './report.js';

/** Without what there is none of. */
export function postedIn(
  room: Room,
): Pick<Report, 'chat' | 'moments' | 'ai' | 'talk' | 'proposals' | 'activityLog' | 'focus'> {
  const text = (id: number) => room.documents.get(id)?.text.toString() ?? '';
  const words = (id: number, to: ReportedMessage['to']) =>
    readEntries<ChatEntry>(text(id)).map((entry): ReportedMessage => ({ ...entry, to }));
  const chat = [...words(CHAT_DOCUMENT, 'all'), ...words(INTERVIEWER_CHAT_DOCUMENT, 'interviewers')];
  const moments = readEntries<MomentEntry>(text(MOMENTS_DOCUMENT));
  const talk = readTalk(text(TALK_DOCUMENT));
  const proposals = readProposals(text(PROPOSALS_DOCUMENT));
  return {
    ...(room.record.ai !== 'off' && { ai: room.record.ai }),
    ...(talk.length > 0 && { talk }),
    ...(proposals.length > 0 && { proposals }),
    ...(chat.length > 0 && { chat: chat.sort((one, other) => one.at - other.at) }),
    ...(moments.length > 0 && { moments }),
    ...noted(room, () => true),
  };
}

/** What was noted of these people. */
export function notedOf(room: Room, ...people: string[]): Pick<Report, 'activityLog' | 'focus'> {
  return noted(room, ({ by }) => people.includes(by));
}

function noted({ documents }: Room, of: (entry: { by: string }) => boolean): Pick<Report, 'activityLog' | 'focus'> {
  const text = (id: number) => documents.get(id)?.text.toString() ?? '';
  const activityLog = readActivity(text(ACTIVITY_DOCUMENT)).filter(of);
  const focus: FocusStretch[] = focusLines(text(FOCUS_DOCUMENT)).filter(isStretch).filter(of);
  return { ...(activityLog.length > 0 && { activityLog }), ...(focus.length > 0 && { focus }) };
}
