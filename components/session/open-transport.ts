/** Chooses the way to the room: the one given, none for a room of one, else a socket. */
import { SocketTransport } from './connection/socket-transport.js';
import { SoloRoom } from './connection/solo-room.js';
import type { Transport, TransportEvents } from './connection/transport.js';
import type { SessionOptions } from './options.js';

export function openTransport(
  { host = '', room, WebSocket, transport }: SessionOptions,
  events: TransportEvents,
): Transport {
  if (transport) return transport(events);
  return room === undefined ? new SoloRoom(events) : new SocketTransport({ host, room, WebSocket }, events);
}
