/** Relays cursors, coalesced: only the newest of each person, and no faster than anybody can follow. */

import type { ClientMessage } from '../shared/wire/client-message.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

/** A cursor outside of the text is dropped silently. */
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
  // If the clock steps back, cursors must not be held until it has caught up.
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

/** Maps the cursor to the current version once, so that not every recipient has to. A cursor too far behind appears when it moves next. */
function bringUpToDate({ documents }: Room, connection: RoomConnection): void {
  const { cursor } = connection;
  const document = cursor && documents.get(cursor.document);
  if (!document || cursor.version === document.version) return;
  const anchor = document.mapPosition(cursor.version, cursor.anchor);
  const head = document.mapPosition(cursor.version, cursor.head);
  const found = anchor !== null && head !== null;
  connection.cursor = found ? { document: document.id, version: document.version, anchor, head } : null;
}

/** A session that joins cannot map cursors of older versions. */
export function sendCursors(room: Room, newcomer: RoomConnection): void {
  for (const connection of room.roster.connections) {
    if (connection.replica === newcomer.replica || !connection.cursor) continue;
    if (!room.mayRead(newcomer, connection.cursor.document)) continue;
    bringUpToDate(room, connection);
    if (connection.cursor) newcomer.send({ type: 'point', replica: connection.replica, ...connection.cursor });
  }
}
