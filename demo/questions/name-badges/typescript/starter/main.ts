export function initials(name: string): string {
  const parts = name.split(' ');
  const first = parts[0]!;
  const last = parts[parts.length - 1]!;
  return `${first[0]!}.${last[0]!}.`.toUpperCase();
}

export function badge(name: string, width: number): string {
  const cut = name.slice(0, width);
  const stars = Math.floor((width - cut.length) / 2);
  return '*'.repeat(stars) + cut + '*'.repeat(stars);
}

export function tables(guests: [name: string, table: string][]): Record<string, string[]> {
  const seats: Record<string, string[]> = {};
  for (const [name, table] of guests) {
    seats[table] = [];
    seats[table].push(name);
  }
  return seats;
}
