/** What a room has to do by itself, and when next: miss the silent, end access that has run out, tell other servers its news. */

import { nextSweep } from '../room/idle-timeout.js';
import { expire, firstEnd } from '../room/revocation.js';
import type { Room } from '../room/room.js';

export function nextDuty(room: Room): number {
  return Math.min(nextSweep(room), firstEnd(room), room.parts.webhooks.nextAt);
}

/** News are told aside: whoever does not answer holds up nothing of the room. */
export function doDuties(room: Room, report: (error: unknown) => void): void {
  expire(room);
  void room.parts.webhooks.deliver().catch(report);
}
