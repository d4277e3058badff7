export type Meeting = [start: number, end: number];

/** The number of the room of each meeting. */
export function assignRooms(meetings: Meeting[]): number[] {
  return meetings.map((_, number) => number + 1);
}
