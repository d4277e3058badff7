/** Chooses the way to the room: the one given, none for a room of one, else a socket. */
import { Link } from './link.js';
import type { SessionOptions } from './options.js';
import { SoloRoom } from './solo-room.js';
import type { Transport, TransportEvents } from './transport.js';

export function openTransport(
  { host = '', room, WebSocket, transport }: SessionOptions,
  events: TransportEvents,
): Transport {
  if (transport) return transport(events);
  return room === undefined ? new SoloRoom(events) : new Link({ host, room, WebSocket }, events);
}
