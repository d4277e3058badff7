/** Relays cursors, coalesced: only the newest of each person, and no faster than anybody can follow. */

import type { LogEntry } from '../document/log-segment-writer.js';
import type { VersionedRange } from '../engine/platform.js';
import { lastPlace } from '../shared/text-change.js';
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
  const wait = Math.min(pause, connection.cursorRelayedAt + pause - clock.now());
  if (wait <= 0) pass(room, connection);
  else connection.cancelCursorRelay ??= clock.after(wait, () => pass(room, connection));
}

function pass(room: Room, connection: RoomConnection): void {
  connection.cancelCursorRelay?.();
  connection.cancelCursorRelay = null;
  connection.cursorRelayedAt = room.clock.now();
  connection.cursor = upToDate(room, connection.cursor);
  connection.keep();
  const { cursor, replica } = connection;
  if (cursor) room.broadcast({ type: 'point', replica, ...cursor }, connection);
}

/** An edit takes the cursor of its author along, for everybody: they do not say so, and whoever comes later has to hear it. */
export function moveWithEdit(connection: RoomConnection, document: number, { version, change }: LogEntry): void {
  const end = connection.cursor?.document === document ? lastPlace(change) : null;
  if (end !== null) connection.cursor = { document, version, anchor: end, head: end };
}

/** Maps a place to the current version once, so that not every recipient has to. Null when it is too far behind: then it appears when it moves next. */
function upToDate({ documents }: Room, place: VersionedRange | null): VersionedRange | null {
  const document = place && documents.get(place.document);
  if (!document || place.version === document.version) return place;
  const anchor = document.mapPosition(place.version, place.anchor);
  const head = document.mapPosition(place.version, place.head);
  const found = anchor !== null && head !== null;
  return found ? { document: document.id, version: document.version, anchor, head } : null;
}

/** To a session that joins: where the others are, and what they see. It cannot map places of older versions. */
export function sendPlaces(room: Room, newcomer: RoomConnection): void {
  for (const connection of room.roster.connections) {
    const { replica } = connection;
    if (replica === newcomer.replica) continue;
    connection.cursor = upToDate(room, connection.cursor);
    connection.view = upToDate(room, connection.view);
    const { cursor, view } = connection;
    if (cursor && room.mayRead(newcomer, cursor.document)) newcomer.send({ type: 'point', replica, ...cursor });
    if (view && room.mayRead(newcomer, view.document))
      newcomer.send({ type: 'signal', replica, kind: 'view', ...view });
  }
}
