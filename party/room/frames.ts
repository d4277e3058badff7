/** What comes over a member's connection, before it is a message: too large, too much and malformed end or are refused here. */

import { CLOSE } from '../shared/protocol.js';
import { FrameError } from '../shared/wire/codec.js';
import { tooLarge } from './edits.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

export function receiveFrame(room: Room, connection: RoomConnection, frame: Uint8Array): void {
  const { limits, clock } = room.parts;
  if (frame.length > limits.frameBytesFatal)
    return room.expel(connection, CLOSE.tooLarge, 'A message was larger than a room accepts.');
  if (!connection.mayReceive(frame, clock.now()))
    return room.expel(connection, CLOSE.flood, 'Too many messages at once.');
  if (frame.length > limits.frameBytes)
    return expelOnFrameError(room, connection, () => tooLarge(room, connection, frame));
  expelOnFrameError(room, connection, () => room.receive(connection, frame));
}

/** Whoever sends what cannot be understood is sent away. */
export function expelOnFrameError(room: Room, connection: RoomConnection, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof FrameError)) throw error;
    room.expel(connection, CLOSE.malformed, error.message);
  }
}
