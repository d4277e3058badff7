export function initials(name) {
  const parts = name.trim().split(/ +/);
  return parts
    .map((part) => `${part[0]}.`)
    .join('')
    .toUpperCase();
}

export function badge(name, width) {
  const cut = name.slice(0, width);
  const stars = width - cut.length;
  const left = Math.floor(stars / 2);
  return '*'.repeat(left) + cut + '*'.repeat(stars - left);
}

export function tables(guests) {
  const seats = {};
  for (const [name, table] of guests) {
    seats[table] ??= [];
    seats[table].push(name);
  }
  return seats;
}
