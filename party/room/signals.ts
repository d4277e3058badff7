/** Relays signals: what somebody sees, where they point, where everybody is asked to look. Nothing of it is kept. */
import type { ClientMessage } from '../shared/wire/client-message.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

/** Dropped where no text could hold the place, as cursors are; a newer signal of the same kind says more. */
export function relaySignal(
  room: Room,
  connection: RoomConnection,
  message: Extract<ClientMessage, { type: 'signal' }>,
): void {
  if (!room.authorize(connection, message.kind === 'look' ? 'lead' : 'point', message, 0)) return;
  if (!connection.rate.maySignal(room.clock.now())) return;
  const { kind, document: id, version, anchor, head } = message;
  const document = room.visibleDocument(connection, id);
  const far = Math.max(anchor, head) > room.limits.fileBytes || head < 0;
  if (!document || far || version > document.version) return;
  room.broadcast(
    { type: 'signal', replica: connection.replica, kind, document: id, version, anchor, head },
    connection,
  );
}
