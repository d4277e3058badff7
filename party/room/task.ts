/** The task: interviewers write a draft, and everybody sees it once one of them publishes it. */

import { BRIEF_DOCUMENT, DRAFT_DOCUMENT, ROOM_AUTHOR } from '../shared/protocol.js';
import { become, write } from './own-edits.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

/** Sets the task when the room is created. */
export function setTask(room: Room, words: string): void {
  for (const id of [BRIEF_DOCUMENT, DRAFT_DOCUMENT]) {
    const document = room.documents.get(id);
    if (document && words) write(room, document, words);
  }
}

/** Fills the draft with the published task; also in rooms stored before there were drafts. */
export function beginDraft(room: Room): void {
  const [brief, draft] = textsOf(room);
  if (brief && draft?.version === 0) become(room, draft, brief.text, ROOM_AUTHOR);
}

/** When two publish at the same moment, the second changes nothing. */
export function decideDraft(room: Room, connection: RoomConnection, show: boolean): void {
  const [brief, draft] = textsOf(room);
  if (!brief || !draft) return;
  if (show) become(room, brief, draft.text, connection.replica);
  else become(room, draft, brief.text, ROOM_AUTHOR);
}

function textsOf({ documents }: Room) {
  return [documents.get(BRIEF_DOCUMENT), documents.get(DRAFT_DOCUMENT)];
}
