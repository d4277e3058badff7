/** Scheduled work: ends expired access, delivers webhooks. */

import { nextIdleCheck } from '../room/idle-timeout.js';
import { expire, nextExpiry } from '../room/revocation.js';
import type { Room } from '../room/room.js';

export function nextScheduledWork(room: Room): number {
  return Math.min(nextIdleCheck(room), nextExpiry(room), room.webhooks.nextAt);
}

/** Webhooks are delivered in the background: a slow receiver does not delay the room. */
export function doScheduledWork(room: Room, reportError: (error: unknown) => void): void {
  expire(room);
  void room.webhooks.deliver().catch(reportError);
}
