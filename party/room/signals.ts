/** Relays signals: what somebody sees, where they point, where everybody is asked to look. Of each kind the newest always arrives, and no faster than anybody can follow. */
import type { VersionedRange } from '../engine/platform.js';
import type { ClientMessage } from '../shared/wire/client-message.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

type Signal = Extract<ClientMessage, { type: 'signal' }>;

/** Dropped where no text could hold the place, as cursors are. */
export function relaySignal(room: Room, connection: RoomConnection, message: Signal): void {
  if (!room.authorize(connection, message.kind === 'look' ? 'lead' : 'point', message, 0)) return;
  const { kind, document: id, version, anchor, head } = message;
  const document = room.visibleDocument(connection, id);
  const far = Math.max(anchor, head) > room.limits.fileBytes || head < 0;
  if (!document || far || version > document.version) return;
  const place = { document: id, version, anchor, head };
  if (kind === 'view') connection.view = place;
  const waiting = connection.signals.get(kind);
  if (waiting) {
    waiting.place = place;
    return;
  }
  const wait = connection.rate.signal(room.clock.now());
  if (wait === 0) return pass(room, connection, kind, place);
  const cancel = room.clock.after(wait, () => {
    const newest = connection.signals.get(kind)?.place;
    connection.signals.delete(kind);
    if (newest) pass(room, connection, kind, newest);
  });
  connection.signals.set(kind, { place, cancel });
}

/** What somebody sees is kept with their connection, for whoever comes later; nothing else of it is. */
function pass(room: Room, connection: RoomConnection, kind: Signal['kind'], place: VersionedRange): void {
  if (kind === 'view') connection.keep();
  room.broadcast({ type: 'signal', replica: connection.replica, kind, ...place }, connection);
}
