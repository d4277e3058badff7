/** Migrates rooms stored by earlier versions when they are loaded. */

import type { Storage } from '../engine/platform.js';
import { write } from '../room/own-edits.js';
import type { Room } from '../room/room.js';
import type { RunArchive } from '../room/run-archive.js';
import type { StoredRun } from '../room/shared-run.js';
import { beginDraft } from '../room/task.js';
import { BRIEF_DOCUMENT } from '../shared/protocol.js';
import { STORAGE_KEYS } from '../storage/storage-keys.js';

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

/** In version 0.1.0 past runs were stored without lists. */
export async function migrateRuns(archive: RunArchive, storage: Storage): Promise<void> {
  for (const stored of (await storage.read(STORAGE_KEYS.pastRun)).values()) archive.keep(stored as StoredRun);
}
