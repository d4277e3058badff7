/** First day and length of the longest run of days in a row. */
export function longestStreak(days: number[]): number[] {
  return [];
}
