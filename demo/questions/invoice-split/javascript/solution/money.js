/** So many percent of an amount, rounded half up. */
export function percentOf(cents, percent) {
  return Math.floor((cents * percent + 50) / 100);
}

/** 12345 as 123.45. */
export function textOf(cents) {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** Splits an amount by weights, and loses no cent: the largest fractions get what is left. */
export function share(cents, weights) {
  // A billion times a billion is more than a number holds exactly.
  const amount = BigInt(Math.abs(cents));
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const exact = weights.map((weight, place) => {
    const product = amount * BigInt(weight);
    return { place, part: Number(product / whole), fraction: product % whole };
  });
  const parts = exact.map(({ part }) => part);
  const left = Math.abs(cents) - parts.reduce((sum, part) => sum + part, 0);
  const byFraction = exact.sort((a, b) =>
    a.fraction > b.fraction ? -1 : a.fraction < b.fraction ? 1 : 0,
  );
  for (const { place, part } of byFraction.slice(0, left)) parts[place] = part + 1;
  return parts.map((part) => (cents < 0 ? -part : part));
}
