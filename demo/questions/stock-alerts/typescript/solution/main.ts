import { readFileSync } from 'node:fs';
import { type Move, stockAfter } from './stock.ts';

const least = Number(readFileSync(0, 'utf8'));
const rows = readFileSync('data.csv', 'utf8').trim().split('\n').slice(1);
const moves = rows.map((row): Move => {
  const [item = '', kind, count] = row.trim().split(',');
  return [item, kind as Move[1], Number(count)];
});
const alerts = Object.entries(stockAfter(moves).stock)
  .filter(([, count]) => count < least)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([item, count]) => `${item} ${count}`);
console.log(alerts.join('\n') || 'all fine');
