/** What is kept of a list that has to fit into one stored value: the last items. */

/** At most so many, with at most so much in all, but one at least. */
export function lastWithin<T>(list: readonly T[], most: number, mostInAll: number, sizeOf: (item: T) => number): T[] {
  let left = mostInAll;
  const first = list.findLastIndex((item) => {
    left -= sizeOf(item);
    return left < 0;
  });
  return list.slice(Math.max(Math.min(first + 1, list.length - 1), list.length - most));
}
