/** So many percent of an amount, rounded half up. */
export function percentOf(cents, percent) {
  return Math.floor((cents * percent + 50) / 100);
}

/** 12345 as 123.45. */
export function textOf(cents) {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}
