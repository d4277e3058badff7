/** Puts into a new room what it is made with; when that fails, nothing is left of the room, and when the process ends meanwhile, nothing is loaded of it. */
import type { Storage } from '../engine/platform.js';
import type { Room } from '../room/room.js';
import { discardRoom } from '../storage/stored-room.js';

/** Rejects with what `fill` rejects with. `reportError` receives a failure of the disk. */
export async function fillRoom(
  room: Room,
  storage: Storage,
  fill: (room: Room) => Promise<void> | void,
  reportError: (error: unknown) => void,
): Promise<void> {
  try {
    await fill(room);
    room.record.setFilled();
  } catch (error) {
    room.writeQueue.close();
    room.run.close();
    room.roster.close();
    await room.writeQueue.settled();
    await discardRoom(storage).catch(reportError);
    throw error;
  }
}
