/** The free slots that are long enough, earliest first. */
export function freeSlots(bookings, opens, closes, minutes) {
  return [];
}

console.log(freeSlots([[540, 570]], 480, 720, 30));
