/** The stock after all moves, and the numbers of those that were refused. */
export function stockAfter(moves) {
  const stock = new Map();
  const refused = [];
  for (const [number, [item, kind, count]] of moves.entries()) {
    const there = stock.get(item) ?? 0;
    const fits = kind !== 'out' || count <= there;
    if (!fits) refused.push(number);
    if (kind === 'count') stock.set(item, count);
    else if (kind === 'in') stock.set(item, there + count);
    else stock.set(item, fits ? there - count : there);
  }
  return { stock: Object.fromEntries(stock), refused };
}
