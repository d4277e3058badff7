/** Takes those out of the room who have not been heard for too long: a network that dies says no goodbye. */

import { CLOSE } from '../shared/protocol.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

const SILENT = 'This page was silent for too long. Reconnecting…';

/** Sends the silent away, from the lobby as well. */
export function disconnectIdle(room: Room): void {
  const { roster, lobby, clock, limits } = room;
  const now = clock.now();
  for (const connection of [...roster.connections.values()])
    if (now - heard(connection) >= limits.silenceMs) room.expel(connection, CLOSE.tryAgain, SILENT);
  lobby.sweep(now - limits.silenceMs, CLOSE.tryAgain, SILENT);
}

/** Time of the next idle check, for the alarm: a timer would keep the room in memory. Infinity while fewer than two are there. */
export function nextIdleCheck({ roster, lobby, limits }: Room): number {
  const connections = [...roster.connections.values()].map(heard);
  if (connections.length === 0) return Number.POSITIVE_INFINITY;
  const others = connections.length < 2 ? [] : connections;
  return Math.min(lobby.firstHeard, ...others) + limits.silenceMs;
}

/** An engine may have answered for the room. */
function heard({ heardAt, peer }: RoomConnection): number {
  return Math.max(heardAt, peer.heardAt ?? 0);
}
