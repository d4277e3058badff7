const DAY = 1440;
const MOST = 1500;

export function fee(minutes) {
  if (minutes <= 30) return 0;
  const days = Math.floor(minutes / DAY);
  const hours = Math.ceil((minutes % DAY) / 60);
  return days * MOST + Math.min(hours * 200, MOST);
}

export function total(stays, tickets) {
  const dearestLast = [...stays].sort((a, b) => a - b);
  const paid = dearestLast.slice(0, Math.max(0, stays.length - tickets));
  return paid.reduce((sum, minutes) => sum + fee(minutes), 0);
}
