import { percentOf, share, textOf } from './money.js';

/** Sums of the lines: net, taxes by rate, and gross. */
export function invoice(lines, customer, discount = 0) {
  const nets = new Map();
  for (const [, cents, rate] of lines) nets.set(rate, (nets.get(rate) ?? 0) + cents);
  const parts = discount > 0 ? share(discount, [...nets.values()]) : [];
  for (const [place, [rate, cents]] of [...nets].entries())
    nets.set(rate, cents - (parts[place] ?? 0));
  const rates = [...nets].sort(([a], [b]) => a - b);
  const taxes = rates.map(([rate, cents]) => [rate, percentOf(cents, rate)]);
  const net = rates.reduce((sum, [, cents]) => sum + cents, 0);
  const gross = taxes.reduce((sum, [, tax]) => sum + tax, net);
  return { customer, discount, net, taxes, gross };
}

const done = invoice(
  [
    ['chairs', 1000, 20],
    ['books', 500, 10],
  ],
  'Ada',
);
console.log(`${done.customer} pays ${textOf(done.gross)}`);
