/** Passes cursors on, coalesced: the newest of each person, no more often than anybody can follow. */

import type { ClientMessage } from '../shared/wire/client-message.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

/** A cursor no text could hold is dropped: nobody needs to hear of it. */
export function relayCursor(
  room: Room,
  connection: RoomConnection,
  message: Extract<ClientMessage, { type: 'point' }>,
): void {
  const { clock, limits } = room;
  const document = room.visibleDocument(connection, message.document);
  const far = Math.max(message.anchor, message.head) > limits.fileBytes || message.head < 0;
  if (!document || far || message.version > document.version) return;
  const { document: id, version, anchor, head } = message;
  connection.cursor = { document: id, version, anchor, head };
  const pause = 1000 / limits.cursorsPerSecond;
  // A clock that is put back must not hold up cursors until it has caught up.
  const wait = Math.min(pause, connection.pointedAt + pause - clock.now());
  if (wait <= 0) pass(room, connection);
  else connection.cancelPoint ??= clock.after(wait, () => pass(room, connection));
}

function pass(room: Room, connection: RoomConnection): void {
  connection.cancelPoint?.();
  connection.cancelPoint = null;
  connection.pointedAt = room.clock.now();
  bringUpToDate(room, connection);
  connection.keep();
  const { cursor, replica } = connection;
  if (cursor) room.broadcast({ type: 'point', replica, ...cursor }, connection);
}

/** Once for everybody: in a text of the past each of them would have to do it. What is too far behind is shown when it moves. */
function bringUpToDate({ documents }: Room, connection: RoomConnection): void {
  const { cursor } = connection;
  const document = cursor && documents.get(cursor.document);
  if (!document || cursor.version === document.version) return;
  const anchor = document.mapPosition(cursor.version, cursor.anchor);
  const head = document.mapPosition(cursor.version, cursor.head);
  const found = anchor !== null && head !== null;
  connection.cursor = found ? { document: document.id, version: document.version, anchor, head } : null;
}

/** A session that joins cannot map cursors of versions before its own. */
export function sendCursors(room: Room, newcomer: RoomConnection): void {
  for (const connection of room.roster.connections) {
    if (connection.replica === newcomer.replica || !connection.cursor) continue;
    if (!room.files.mayRead(newcomer.role, connection.cursor.document)) continue;
    bringUpToDate(room, connection);
    if (connection.cursor) newcomer.send({ type: 'point', replica: connection.replica, ...connection.cursor });
  }
}
