/** The number of the room of each meeting. */
export function assignRooms(meetings) {
  return meetings.map((_, number) => number + 1);
}
