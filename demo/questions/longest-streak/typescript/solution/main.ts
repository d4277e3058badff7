/** First day and length of the longest run of days in a row. */
export function longestStreak(days: number[]): number[] {
  let best: number[] = [];
  let first = 0;
  let previous: number | undefined;
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    if (previous === undefined || day !== previous + 1) first = day;
    previous = day;
    const length = day - first + 1;
    if (length > (best[1] ?? 0)) best = [first, length];
  }
  return best;
}
