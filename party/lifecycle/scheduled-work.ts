/** What a room has to do by itself, and when next: miss the silent, end access that has run out, tell other servers its news. */

import { nextIdleCheck } from '../room/idle-timeout.js';
import { expire, nextExpiry } from '../room/revocation.js';
import type { Room } from '../room/room.js';

export function nextScheduledWork(room: Room): number {
  return Math.min(nextIdleCheck(room), nextExpiry(room), room.webhooks.nextAt);
}

/** News are told aside: whoever does not answer holds up nothing of the room. */
export function doScheduledWork(room: Room, report: (error: unknown) => void): void {
  expire(room);
  void room.webhooks.deliver().catch(report);
}
