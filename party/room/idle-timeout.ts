/** Idle timeout: disconnects peers that have sent nothing for too long, because a network that fails sends no close frame. */

import { CLOSE } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import type { Room } from './room.js';

/** Disconnects idle peers, in the lobby too. */
export function disconnectIdle(room: Room): void {
  const { roster, lobby, clock, limits } = room;
  const now = clock.now();
  const silent = sentenceFor('silent');
  for (const connection of roster.connections)
    if (now - connection.lastHeard >= limits.silenceMs) room.expel(connection, CLOSE.tryAgain, silent);
  lobby.turnAwayWhere(CLOSE.tryAgain, silent, ({ lastHeard }) => now - lastHeard >= limits.silenceMs);
}

/** Time of the next idle check, set as an alarm because a timer would keep the room in memory. Infinity while nobody is inside, or one connection alone with nobody in the lobby. */
export function nextIdleCheck({ roster, lobby, limits }: Room): number {
  const connections = roster.connections.map(({ lastHeard }) => lastHeard);
  if (connections.length === 0) return Number.POSITIVE_INFINITY;
  const others = connections.length < 2 ? [] : connections;
  const waiting = lobby.applicants.map(({ lastHeard }) => lastHeard);
  return Math.min(...waiting, ...others) + limits.silenceMs;
}
