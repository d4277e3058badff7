/** Takes over what earlier versions of the room stored otherwise, when such a room is loaded. */

import type { Room } from '../room/room.js';
import { write } from '../room/starter-code.js';
import { beginDraft } from '../room/task.js';
import { BRIEF_DOCUMENT } from '../shared/protocol.js';
import type { RoomRecord } from '../storage/room-record.js';

/** As version 0.1.0 wrote it: the task was no text of its own. */
type Record010 = RoomRecord & { brief?: string };

export function migrate(room: Room): void {
  takeTask(room);
  beginDraft(room);
}

function takeTask(room: Room): void {
  const record: Record010 = room.parts.record;
  if (record.brief === undefined) return;
  const task = room.parts.documents.get(BRIEF_DOCUMENT);
  if (task && task.version === 0 && record.brief) write(room, task, record.brief);
  delete record.brief;
  room.parts.saveRecord();
}
