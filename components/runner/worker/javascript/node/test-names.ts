// Formats a value for a test's name.

export function show(value: unknown, kind: string): string {
  if (kind === 's' || typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  if (kind === 'i') return String(Math.trunc(Number(value)));
  if (kind === 'd' || kind === 'f') return String(Number(value));
  if (typeof value === 'string' && kind === 'p') return `'${value}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return String(value); // A cyclic value.
  }
}
