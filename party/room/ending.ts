/** The end of a room: what somebody has written in private comes to the others first, and then nobody can write any more. */
import { releaseFocus } from './focus.js';
import type { Room } from './room.js';

/** So long what was released may take to come, over a slow connection too. */
export const RELEASE_MS = 3_000;
/** As often the room waits again while a long edit is coming in parts. */
const ROUNDS = 5;
/** A session is told when the end of private time is on disk; for a broken disk the room does not wait longer. */
const DISK_MS = 15_000;

interface Ending {
  /** Called when the room has ended, or was reopened before it did. */
  settle: () => void;
  settled: Promise<void>;
  cancel: () => void;
}

const endings = new WeakMap<Room, Ending>();

/** Calls `end` at once, unless somebody is in private time or was a moment ago: then that is over, and `end` is called when what they wrote has had time to come. */
export function endAfterPrivateTime(room: Room, end: () => void): void {
  // Said twice: it is ending already.
  if (endings.has(room)) return;
  const person = room.record.ended ? null : releaseFocus(room, RELEASE_MS);
  // Whoever is away has sent nothing, and could not.
  if (person === null || room.roster.of(person).length === 0) return end();
  let settle = () => {};
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const ending: Ending = { settle, settled, cancel: () => {} };
  endings.set(room, ending);
  const wait = (rounds: number) => {
    ending.cancel = room.clock.after(RELEASE_MS, () => {
      if (rounds > 1 && sendsParts(room, person)) return wait(rounds - 1);
      cancelEnding(room);
      end();
    });
  };
  let told = false;
  const begin = () => {
    if (told || endings.get(room) !== ending) return;
    told = true;
    ending.cancel();
    wait(ROUNDS);
  };
  ending.cancel = room.clock.after(DISK_MS, begin);
  void room.writeQueue.settled().then(begin);
}

/** The room stays open after all. */
export function cancelEnding(room: Room): void {
  const ending = endings.get(room);
  endings.delete(room);
  ending?.cancel();
  ending?.settle();
}

/** Resolves when nothing is awaited (any more) before the room ends. */
export async function endingOf(room: Room): Promise<void> {
  await endings.get(room)?.settled;
}

function sendsParts({ documents, roster }: Room, person: string): boolean {
  const authors = [...documents.values()].flatMap(({ unfinished }) => [...unfinished.keys()]);
  return authors.some((author) => roster.byReplica(author)?.person === person);
}
