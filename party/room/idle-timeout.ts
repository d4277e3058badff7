/** Takes those out of the room who have not been heard for too long: a network that dies says no goodbye. */

import { CLOSE } from '../shared/protocol.js';
import type { Room } from './room.js';

const SILENT = 'This page was silent for too long. Reconnecting…';

/** Sends the silent away, from the lobby as well. */
export function disconnectIdle(room: Room): void {
  const { roster, lobby, clock, limits } = room;
  const now = clock.now();
  for (const connection of roster.connections)
    if (now - connection.lastHeard >= limits.silenceMs) room.expel(connection, CLOSE.tryAgain, SILENT);
  lobby.turnAwayWhere(CLOSE.tryAgain, SILENT, ({ lastHeard }) => now - lastHeard >= limits.silenceMs);
}

/** Time of the next idle check, for the alarm: a timer would keep the room in memory. Infinity while fewer than two are there. */
export function nextIdleCheck({ roster, lobby, limits }: Room): number {
  const connections = roster.connections.map(({ lastHeard }) => lastHeard);
  if (connections.length === 0) return Number.POSITIVE_INFINITY;
  const others = connections.length < 2 ? [] : connections;
  const waiting = lobby.applicants.map(({ lastHeard }) => lastHeard);
  return Math.min(...waiting, ...others) + limits.silenceMs;
}
