export function fee(minutes) {
  if (minutes <= 30) return 0;
  const hours = Math.floor(minutes / 60) + 1;
  return Math.min(hours * 200, 1500);
}

export function total(stays, tickets) {
  stays.sort((a, b) => a - b);
  for (let n = Math.min(tickets, stays.length); n > 0; n--) stays.pop();
  return stays.reduce((sum, minutes) => sum + fee(minutes), 0);
}
