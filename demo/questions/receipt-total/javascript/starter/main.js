/** What the customer pays, in cents. */
export function receiptTotal(lines, voucher) {
  let total = 0;
  for (const line of lines) {
    total += line.cents * line.count;
  }
  return total;
}
