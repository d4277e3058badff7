export type Move = [item: string, kind: 'in' | 'out' | 'count', count: number];

export interface Stock {
  stock: Record<string, number>;
  refused: number[];
}

/** The stock after all moves, and the numbers of those that were refused. */
export function stockAfter(moves: Move[]): Stock {
  const stock = new Map<string, number>();
  const refused: number[] = [];
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
