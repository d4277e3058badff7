/** What a room can tell of the chat, of the moments that interviewers noted, of the talk with the AI and of proposals. */
import type { Room } from '../room/room.js';
import { type ChatEntry, type MomentEntry, readEntries } from '../shared/entries.js';
import { readProposals } from '../shared/proposals.js';
import {
  CHAT_DOCUMENT,
  INTERVIEWER_CHAT_DOCUMENT,
  MOMENTS_DOCUMENT,
  PROPOSALS_DOCUMENT,
  TALK_DOCUMENT,
} from '../shared/protocol.js';
import { readTalk } from '../shared/talk.js';
import type { Report, ReportedWords } from './report.js';

/** Without what there is none of. */
export function postedIn(room: Room): Pick<Report, 'chat' | 'moments' | 'ai' | 'talk' | 'proposals'> {
  const text = (id: number) => room.documents.get(id)?.text.toString() ?? '';
  const words = (id: number, to: ReportedWords['to']) =>
    readEntries<ChatEntry>(text(id)).map((entry): ReportedWords => ({ ...entry, to }));
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
  };
}
