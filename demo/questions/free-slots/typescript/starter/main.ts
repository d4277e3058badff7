export type Slot = [start: number, end: number];

/** The free slots that are long enough, earliest first. */
export function freeSlots(
  bookings: Slot[],
  opens: number,
  closes: number,
  minutes: number,
): Slot[] {
  return [];
}

console.log(freeSlots([[540, 570]], 480, 720, 30));
