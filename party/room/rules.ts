/** Writes down the rules that a room is made with: how much editors help, what is noted, the timer. */
import type { RoomRules } from '../access/room-rules.js';
import { setActivityLevel } from './activity.js';
import { setHelp } from './help.js';
import { putTimer } from './post.js';
import type { Room } from './room.js';

/** The rule about AI is part of the room's record, and what is told of hidden tests stands with them. */
export function putRules(room: Room, { help = 'full', log = 'off', timer = [] }: RoomRules): void {
  setHelp(room, help);
  setActivityLevel(room, log);
  putTimer(room, timer);
}
