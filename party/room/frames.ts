/** What comes over a member's connection, before it is a message: too large, too much and malformed end or are refused here. */

import { CLOSE } from '../shared/protocol.js';
import { FrameError } from '../shared/wire/codec.js';
import { tooLarge } from './edits.js';
import type { Room } from './room.js';
import type { Member } from './room-connection.js';

export function hear(room: Room, member: Member, frame: Uint8Array): void {
  const { limits, clock } = room.parts;
  if (frame.length > limits.frameBytesFatal)
    return room.expel(member, CLOSE.tooLarge, 'A message was larger than a room accepts.');
  if (!member.mayReceive(frame, clock.now())) return room.expel(member, CLOSE.flood, 'Too many messages at once.');
  if (frame.length > limits.frameBytes) return heed(room, member, () => tooLarge(room, member, frame));
  heed(room, member, () => room.receive(member, frame));
}

/** Whoever sends what cannot be understood is sent away. */
export function heed(room: Room, member: Member, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof FrameError)) throw error;
    room.expel(member, CLOSE.malformed, error.message);
  }
}
