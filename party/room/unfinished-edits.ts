/**
 * Edits that come in parts stand in a document whole or not at all: of one whose author cannot go on with it, the room takes
 * back what it has.
 */
import type { RoomDocument } from '../document/document.js';
import { TAKEN_BACK } from '../shared/protocol.js';
import { editing, isOver, may, type Role } from '../shared/roles.js';
import { splitChange } from '../shared/split-change.js';
import { applied } from './edits.js';
import type { Room } from './room.js';

/** A lost connection is back sooner, or its edit was left for good. */
const ABANDONED_MS = 5 * 60_000;

/** The room has ended: nobody goes on with what cannot be changed any more. */
export function takeBackAll(room: Room): void {
  for (const document of room.documents.values()) {
    const action = editing('interviewer', document.id);
    if (action === null || isOver(action))
      for (const author of document.unfinished.keys()) takeBack(room, document, author);
  }
}

/** What somebody in this role may not go on with; null: with nothing, they are sent away for good. */
export function takeBackOf(room: Room, author: number, role: Role | null): void {
  for (const document of room.documents.values()) {
    const action = role && editing(role, document.id);
    if (document.unfinished.has(author) && !(role && action && may(role, action))) takeBack(room, document, author);
  }
}

/** The author has gone; who is not back in time does not go on with it. */
export function abandon(room: Room, author: number): void {
  for (const document of room.documents.values()) {
    const edit = document.unfinished.get(author);
    if (!edit) continue;
    const absence = ++edit.absences;
    room.clock.after(ABANDONED_MS, () => {
      const gone = edit.absences === absence && !room.roster.byReplica(author);
      if (gone && document.unfinished.get(author) === edit) takeBack(room, document, author);
    });
  }
}

function takeBack(room: Room, document: RoomDocument, author: number): void {
  const back = document.abandoned(author);
  if (!back) return;
  for (const part of splitChange(back, room.limits.changePlaces))
    applied(room, document, document.write(author, part, room.clock.now(), TAKEN_BACK));
}
