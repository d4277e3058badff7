/** Last edits: before a room ends, what somebody has written in private time comes back, as it does whenever such a time is over. */

import { releaseFocus } from './focus.js';
import type { Room } from './room.js';

/** A session sends it at once. One that is slower offers it to its person, to be copied. */
const LAST_EDITS_MS = 3_000;

interface Ending {
  over: Promise<void>;
  cancel(): void;
}

/** Rooms that end in a moment. */
const endings = new WeakMap<Room, Ending>();

/** Calls `end` at once where nobody is in private time, and otherwise in a moment. */
export function afterLastEdits(room: Room, end: () => void): void {
  if (endings.has(room)) return;
  if (room.record.ended || !releaseFocus(room)) return end();
  let resolve = () => {};
  const over = new Promise<void>((then) => {
    resolve = then;
  });
  const done = () => {
    endings.delete(room);
    resolve();
  };
  const forget = room.clock.after(LAST_EDITS_MS, () => {
    end();
    done();
  });
  const cancel = () => {
    forget();
    done();
  };
  endings.set(room, { over, cancel });
}

/** An interviewer has thought better of it. */
export function goOn(room: Room): void {
  endings.get(room)?.cancel();
}

/** When it has ended, if it is about to. */
export async function hasEnded(room: Room): Promise<void> {
  await endings.get(room)?.over;
}
