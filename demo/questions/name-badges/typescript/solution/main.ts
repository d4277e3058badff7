export function initials(name: string): string {
  const parts = name.trim().split(/ +/);
  return parts
    .map((part) => `${part[0]!}.`)
    .join('')
    .toUpperCase();
}

export function badge(name: string, width: number): string {
  const cut = name.slice(0, width);
  const stars = width - cut.length;
  const left = Math.floor(stars / 2);
  return '*'.repeat(left) + cut + '*'.repeat(stars - left);
}

export function tables(guests: [name: string, table: string][]): Record<string, string[]> {
  const seats: Record<string, string[]> = {};
  for (const [name, table] of guests) {
    seats[table] ??= [];
    seats[table].push(name);
  }
  return seats;
}
