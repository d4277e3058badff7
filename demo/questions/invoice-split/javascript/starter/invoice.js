import { percentOf, textOf } from './money.js';

/** Sums of the lines: net, taxes by rate, and gross. */
export function invoice(lines, customer) {
  const nets = new Map();
  for (const [, cents, rate] of lines) nets.set(rate, (nets.get(rate) ?? 0) + cents);
  const rates = [...nets].sort(([a], [b]) => a - b);
  const taxes = rates.map(([rate, cents]) => [rate, percentOf(cents, rate)]);
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
