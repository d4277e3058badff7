/** The free slots that are long enough, earliest first. */
export function freeSlots(bookings, opens, closes, minutes) {
  const slots = [];
  let freeFrom = opens;
  const sorted = [...bookings].sort(([a], [b]) => a - b);
  // The end of the day is a booking like any other: it closes the last gap.
  for (const [start, end] of [...sorted, [closes, closes]]) {
    const gapEnd = Math.min(start, closes);
    if (gapEnd - freeFrom >= minutes) slots.push([freeFrom, gapEnd]);
    freeFrom = Math.max(freeFrom, end);
  }
  return slots;
}

console.log(freeSlots([[540, 570]], 480, 720, 30));
