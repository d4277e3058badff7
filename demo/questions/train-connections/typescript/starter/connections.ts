export type Ride = [
  train: string,
  source: string,
  target: string,
  departs: number,
  arrives: number,
];

export interface Connection {
  arrives: number;
  changes: number;
}

/** Earliest arrival with at most so many changes, and the changes it needs; null if there is none. */
export function best(
  rides: Ride[],
  start: string,
  goal: string,
  now: number,
  most: number,
): Connection | null {
  return null;
}
