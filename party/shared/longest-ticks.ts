/** Length of the longest run of backticks in a text: a fence around it has to be longer. */
export function longestTicks(text: string): number {
  let longest = 0;
  // One at a time: a file may have hundreds of thousands, more than a call takes.
  for (const [ticks] of text.matchAll(/`+/g)) longest = Math.max(longest, ticks.length);
  return longest;
}
