/** What the customer pays, in cents. */
export function receiptTotal(lines, voucher) {
  const total = lines.reduce((sum, line) => sum + lineTotal(line), 0);
  return Math.max(0, total - voucher);
}

function lineTotal({ cents, count, offer }) {
  if (offer === 'third-free') return cents * (count - Math.floor(count / 3));
  if (offer === 'half') return Math.floor(cents / 2) * count;
  return cents * count;
}
