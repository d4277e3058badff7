/** Takes those out of the room who have not been heard for too long: a network that dies says no goodbye. */
import type { Member } from './member.js';
import type { Room } from './room.js';
import { CLOSE } from './shared/protocol.js';

const SILENT = 'The room has not heard from this page for a while. It comes back by itself.';

/** Sends the silent away, from the lobby as well. Answers when to look again; Infinity while nobody is there to see a ghost. */
export function sweep(room: Room): number {
  const { roster, lobby, clock, limits } = room.parts;
  const now = clock.now();
  for (const member of [...roster.members.values()]) {
    if (now - heard(member) < limits.silenceMs) continue;
    room.expel(member, CLOSE.tryAgain, SILENT);
  }
  const members = [...roster.members.values()];
  const knocked = lobby.sweep(now - limits.silenceMs, CLOSE.tryAgain, SILENT);
  const others = members.length < 2 ? [] : members.map(heard);
  return members.length === 0 ? Number.POSITIVE_INFINITY : Math.min(knocked, ...others) + limits.silenceMs;
}

/** An engine may have answered for the room. */
function heard({ heardAt, peer }: Member): number {
  return Math.max(heardAt, peer.heardAt ?? 0);
}
