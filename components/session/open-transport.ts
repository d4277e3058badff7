/** Chooses the way to the room: the one given, none for a room of one, else a socket. */
import { SocketTransport } from './connection/socket-transport.js';
import type { Transport, TransportEvents } from './connection/transport.js';
import type { SessionOptions } from './options.js';

export const NOT_LOADED = 'A part of this page could not be loaded. Reload the page.';

export function openTransport(
  { host = '', room, WebSocket, transport }: SessionOptions,
  events: TransportEvents,
): Transport {
  if (transport) return transport(events);
  return room === undefined ? openSoloRoom(events) : new SocketTransport({ host, room, WebSocket }, events);
}

/** A room of one is fetched when it is wanted: pages where people meet do without. */
function openSoloRoom(events: TransportEvents): Transport {
  let room: Transport | null = null;
  let closed = false;
  void import('./connection/solo-room.js').then(
    ({ SoloRoom }) => {
      if (!closed) room = new SoloRoom(events);
    },
    () => {
      if (!closed) events.closed(0, NOT_LOADED, true);
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
