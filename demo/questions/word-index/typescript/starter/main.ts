/** Entries such as "bread 1, 3-5", by the alphabet. */
export function wordIndex(lines: string[], without: string[]): string[] {
  return [];
}
