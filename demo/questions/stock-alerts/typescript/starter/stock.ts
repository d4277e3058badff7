export type Move = [item: string, kind: 'in' | 'out' | 'count', count: number];

export interface Stock {
  stock: Record<string, number>;
  refused: number[];
}

/** The stock after all moves, and the numbers of those that were refused. */
export function stockAfter(moves: Move[]): Stock {
  return { stock: {}, refused: [] };
}
