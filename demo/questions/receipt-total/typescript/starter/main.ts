export interface Line {
  name: string;
  cents: number;
  count: number;
  offer: 'none' | 'third-free' | 'half';
}

/** What the customer pays, in cents. */
export function receiptTotal(lines: Line[], voucher: number): number {
  let total = 0;
  for (const line of lines) {
    total += line.cents * line.count;
  }
  return total;
}
