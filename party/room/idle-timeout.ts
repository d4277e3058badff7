/** Takes those out of the room who have not been heard for too long: a network that dies says no goodbye. */

import { CLOSE } from '../shared/protocol.js';
import type { Room } from './room.js';
import type { Member } from './room-connection.js';

const SILENT = 'This page was silent for too long. Reconnecting…';

/** Sends the silent away, from the lobby as well. */
export function sweep(room: Room): void {
  const { roster, lobby, clock, limits } = room.parts;
  const now = clock.now();
  for (const member of [...roster.members.values()])
    if (now - heard(member) >= limits.silenceMs) room.expel(member, CLOSE.tryAgain, SILENT);
  lobby.sweep(now - limits.silenceMs, CLOSE.tryAgain, SILENT);
}

/** When to look again; Infinity while nobody is there to see a ghost. */
export function nextSweep({ parts: { roster, lobby, limits } }: Room): number {
  const members = [...roster.members.values()].map(heard);
  if (members.length === 0) return Number.POSITIVE_INFINITY;
  const others = members.length < 2 ? [] : members;
  return Math.min(lobby.firstHeard, ...others) + limits.silenceMs;
}

/** An engine may have answered for the room. */
function heard({ heardAt, peer }: Member): number {
  return Math.max(heardAt, peer.heardAt ?? 0);
}
