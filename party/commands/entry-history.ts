/** What a room can tell of the chat and of the moments that interviewers noted. */
import type { Room } from '../room/room.js';
import { type ChatEntry, type MomentEntry, readEntries } from '../shared/entries.js';
import { CHAT_DOCUMENT, INTERVIEWER_CHAT_DOCUMENT, MOMENTS_DOCUMENT } from '../shared/protocol.js';
import type { Report, ReportedWords } from './report.js';

/** Without what there is none of. */
export function postedIn(room: Room): Pick<Report, 'chat' | 'moments'> {
  const text = (id: number) => room.documents.get(id)?.text.toString() ?? '';
  const words = (id: number, to: ReportedWords['to']) =>
    readEntries<ChatEntry>(text(id)).map((entry): ReportedWords => ({ ...entry, to }));
  const chat = [...words(CHAT_DOCUMENT, 'all'), ...words(INTERVIEWER_CHAT_DOCUMENT, 'interviewers')];
  const moments = readEntries<MomentEntry>(text(MOMENTS_DOCUMENT));
  return {
    ...(chat.length > 0 && { chat: chat.sort((one, other) => one.at - other.at) }),
    ...(moments.length > 0 && { moments }),
  };
}
