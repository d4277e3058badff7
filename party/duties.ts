/** What a room has to do by itself, and when next: miss the silent, end access that has run out, tell other servers its news. */
import { expire, firstEnd } from './cuts.js';
import type { Room } from './room.js';
import { nextSweep } from './silence.js';

export function nextDuty(room: Room): number {
  return Math.min(nextSweep(room), firstEnd(room), room.parts.webhooks.nextAt);
}

export async function doDuties(room: Room): Promise<void> {
  expire(room);
  await room.parts.webhooks.deliver();
}
