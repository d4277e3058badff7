/** Chooses the transport: the given one, a local room, or a socket if the address is valid. */
import { isRoomId } from '../../party/shared/clean-names.js';
import { originOf } from './address.js';
import { SocketTransport } from './connection/socket-transport.js';
import type { Transport, TransportEvents } from './connection/transport.js';
import type { SessionOptions } from './options.js';
import { type Refused, refusal } from './refusal/session-refusal.js';

/** What is wrong with the room's address, loaded on demand; null when it can be called. Throws a TypeError when there is a room and no host. */
export function faultIn({ host = '', room }: SessionOptions): Promise<string | Refused> | null {
  if (room !== undefined && !host) throw new TypeError('A session in a room needs `host`, the origin of its server.');
  if (room === undefined || (isRoomId(room) && originOf(host))) return null;
  return import('./address-fault.js').then(
    ({ roomFault }) => roomFault(host, room) ?? '',
    () => refusal('part-not-loaded'),
  );
}

export function openTransport(
  { host = '', room, WebSocket, transport }: SessionOptions,
  events: TransportEvents,
): Transport {
  if (transport) return transport(events);
  return room === undefined ? openLocalRoom(events) : new SocketTransport({ host, room, WebSocket }, events);
}

/** Loaded on demand, because shared rooms do not need it. */
function openLocalRoom(events: TransportEvents): Transport {
  let room: Transport | null = null;
  let closed = false;
  void import('./connection/local-room.js').then(
    ({ LocalRoom }) => {
      if (!closed) room = new LocalRoom(events);
    },
    () => {
      if (!closed) events.closed(0, refusal('part-not-loaded'), true);
    },
  );
  return {
    send: (message) => room?.send(message),
    reconnect: () => room?.reconnect(),
    close: () => {
      closed = true;
      room?.close();
    },
  };
}
