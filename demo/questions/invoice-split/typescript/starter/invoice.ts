import { percentOf, textOf } from './money.ts';

export type Line = [text: string, cents: number, rate: number];

export interface Invoice {
  customer: string;
  net: number;
  taxes: [rate: number, tax: number][];
  gross: number;
}

/** Sums of the lines: net, taxes by rate, and gross. */
export function invoice(lines: Line[], customer: string): Invoice {
  const nets = new Map<number, number>();
  for (const [, cents, rate] of lines) nets.set(rate, (nets.get(rate) ?? 0) + cents);
  const rates = [...nets].sort(([a], [b]) => a - b);
  const taxes = rates.map(([rate, cents]): [number, number] => [rate, percentOf(cents, rate)]);
  const net = rates.reduce((sum, [, cents]) => sum + cents, 0);
  const gross = taxes.reduce((sum, [, tax]) => sum + tax, net);
  return { customer, net, taxes, gross };
}

const done = invoice(
  [
    ['chairs', 1000, 20],
    ['books', 500, 10],
  ],
  'Ada',
);
console.log(`${done.customer} pays ${textOf(done.gross)}`);
