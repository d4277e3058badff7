/** Migrates rooms stored by earlier versions when they are loaded. */

import type { Room } from '../room/room.js';
import { write } from '../room/starter-code.js';
import { beginDraft } from '../room/task.js';
import { BRIEF_DOCUMENT } from '../shared/protocol.js';

export function migrate(room: Room): void {
  takeTask(room);
  beginDraft(room);
}

/** In version 0.1.0 the task was not a document. */
function takeTask(room: Room): void {
  const brief = room.record.takeBrief();
  const task = room.documents.get(BRIEF_DOCUMENT);
  if (task && task.version === 0 && brief) write(room, task, brief);
}
