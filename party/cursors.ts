/** Passes cursors on, coalesced: the newest of each person, no more often than anybody can follow. */
import type { Member } from './member.js';
import type { RoomParts } from './room.js';
import type { ClientMessage } from './shared/client-message.js';
import { mayRead } from './shared/roles.js';
import type { OutgoingRoomMessage } from './shared/room-message.js';

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

function pass({ clock }: RoomParts, member: Member, tell: Tell): void {
  member.cancelPoint?.();
  member.cancelPoint = null;
  member.pointedAt = clock.now();
  if (!member.cursor) return;
  member.keep();
  const { document, version, anchor, head } = member.cursor;
  tell({ type: 'point', replica: member.replica, document, version, anchor, head }, member);
}

/** A newcomer cannot map cursors of versions before its own. */
export function tellCursors({ roster, documents }: RoomParts, newcomer: Member): void {
  for (const { cursor, replica } of roster.members.values()) {
    const document = cursor && documents.get(cursor.document);
    if (!cursor || !document || replica === newcomer.replica || !mayRead(newcomer.role, document.id)) continue;
    const anchor = document.mapPosition(cursor.version, cursor.anchor);
    const head = document.mapPosition(cursor.version, cursor.head);
    if (anchor === null || head === null) continue;
    newcomer.send({ type: 'point', replica, document: document.id, version: document.version, anchor, head });
  }
}
