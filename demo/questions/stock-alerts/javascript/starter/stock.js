/** The stock after all moves, and the numbers of those that were refused. */
export function stockAfter(moves) {
  return { stock: {}, refused: [] };
}
