/** Passes cursors on, coalesced: the newest of each person, no more often than anybody can follow. */

import { mayRead } from '../shared/roles.js';
import type { ClientMessage } from '../shared/wire/client-message.js';
import type { OutgoingRoomMessage } from '../shared/wire/room-message.js';
import type { RoomParts } from './room.js';
import type { Member } from './room-connection.js';

type Tell = (message: OutgoingRoomMessage, except: Member) => void;

/** A cursor no text could hold is dropped: nobody needs to hear of it. */
export function point(
  parts: RoomParts,
  member: Member,
  message: Extract<ClientMessage, { type: 'point' }>,
  tell: Tell,
): void {
  const { clock, limits, documents } = parts;
  const document = mayRead(member.role, message.document) ? documents.get(message.document) : undefined;
  const far = Math.max(message.anchor, message.head) > limits.fileBytes || message.head < 0;
  if (!document || far || message.version > document.version) return;
  const { document: id, version, anchor, head } = message;
  member.cursor = { document: id, version, anchor, head };
  const pause = 1000 / limits.cursorsPerSecond;
  // A clock that is put back must not hold up cursors until it has caught up.
  const wait = Math.min(pause, member.pointedAt + pause - clock.now());
  if (wait <= 0) pass(parts, member, tell);
  else member.cancelPoint ??= clock.after(wait, () => pass(parts, member, tell));
}

function pass(parts: RoomParts, member: Member, tell: Tell): void {
  member.cancelPoint?.();
  member.cancelPoint = null;
  member.pointedAt = parts.clock.now();
  bringUpToDate(parts, member);
  member.keep();
  const { cursor, replica } = member;
  if (cursor) tell({ type: 'point', replica, ...cursor }, member);
}

/** Once for everybody: in a text of the past each of them would have to do it. What is too far behind is shown when it moves. */
function bringUpToDate({ documents }: RoomParts, member: Member): void {
  const { cursor } = member;
  const document = cursor && documents.get(cursor.document);
  if (!document || cursor.version === document.version) return;
  const anchor = document.mapPosition(cursor.version, cursor.anchor);
  const head = document.mapPosition(cursor.version, cursor.head);
  const found = anchor !== null && head !== null;
  member.cursor = found ? { document: document.id, version: document.version, anchor, head } : null;
}

/** A newcomer cannot map cursors of versions before its own. */
export function tellCursors(parts: RoomParts, newcomer: Member): void {
  for (const member of parts.roster.members.values()) {
    if (member.replica === newcomer.replica || !member.cursor) continue;
    if (!mayRead(newcomer.role, member.cursor.document)) continue;
    bringUpToDate(parts, member);
    if (member.cursor) newcomer.send({ type: 'point', replica: member.replica, ...member.cursor });
  }
}
