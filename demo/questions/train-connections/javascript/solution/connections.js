const CHANGE = 5;

/** Earliest arrival with at most so many changes, and the changes it needs; null if there is none. */
export function best(rides, start, goal, now, most) {
  if (start === goal) return { arrives: now, changes: 0 };
  // By departure: whatever leads to a ride ends before the ride begins, so once through is enough.
  const sorted = [...rides].sort((a, b) => a[3] - b[3]);
  // From when on a train may be taken at a station, with so many changes made so far.
  let ready = new Map([[start, now]]);
  let found = null;
  for (let changes = 0; changes <= most; changes++) {
    const arrivals = rideOnce(sorted, ready);
    const arrives = arrivals.get(goal);
    if (arrives !== undefined && (!found || arrives < found.arrives)) found = { arrives, changes };
    ready = new Map([...arrivals].map(([station, minute]) => [station, minute + CHANGE]));
  }
  return found;
}

/** The earliest arrivals with one train, taken where and when one is ready. */
function rideOnce(rides, ready) {
  const inside = new Set();
  const arrivals = new Map();
  for (const [train, source, target, departs, arrives] of rides) {
    if (!inside.has(train) && (ready.get(source) ?? Infinity) > departs) continue;
    inside.add(train);
    if (arrives < (arrivals.get(target) ?? Infinity)) arrivals.set(target, arrives);
  }
  return arrivals;
}
