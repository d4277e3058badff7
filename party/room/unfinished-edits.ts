/**
 * Unfinished edits: an edit sent in parts must be in a document completely or not at all. If its author cannot finish it,
 * the room undoes the parts it has.
 */
import type { RoomDocument } from '../document/document.js';
import { TAKEN_BACK } from '../shared/protocol.js';
import { editing, endsWithRoom, may, type Role } from '../shared/roles.js';
import { splitChange } from '../shared/split-change.js';
import { applied } from './edits.js';
import type { Room } from './room.js';

/** A lost connection is back sooner than this, or never. */
const ABANDONED_MS = 5 * 60_000;

/** The room has ended, so nobody can finish an edit. */
export function undoAllUnfinished(room: Room): void {
  for (const document of room.documents.values()) {
    const action = editing('interviewer', document.id);
    if (action === null || endsWithRoom(action))
      for (const author of document.unfinished.keys()) undoUnfinished(room, document, author);
  }
}

/** Undoes what somebody with this role may not finish; null means that they were removed from the room. */
export function undoUnfinishedOf(room: Room, author: number, role: Role | null): void {
  for (const document of room.documents.values()) {
    const action = role && editing(role, document.id);
    if (document.unfinished.has(author) && !(role && action && may(role, action)))
      undoUnfinished(room, document, author);
  }
}

/** The author has left; if they are not back in time, their unfinished edits are undone. */
export function abandon(room: Room, author: number): void {
  for (const document of room.documents.values()) {
    const edit = document.unfinished.get(author);
    if (!edit) continue;
    const absence = ++edit.absences;
    room.clock.after(ABANDONED_MS, () => {
      const gone = edit.absences === absence && !room.roster.byReplica(author);
      if (gone && document.unfinished.get(author) === edit) undoUnfinished(room, document, author);
    });
  }
}

function undoUnfinished(room: Room, document: RoomDocument, author: number): void {
  const back = document.abandoned(author);
  if (!back) return;
  for (const part of splitChange(back, room.limits.changePlaces))
    applied(room, document, document.write(author, part, room.clock.now(), TAKEN_BACK));
}
