/** The event of a line; null if it cannot be read. */
export function parseLine(line) {
  return null;
}
