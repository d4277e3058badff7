import { readFileSync } from 'node:fs';
import { stockAfter } from './stock.js';

const least = Number(readFileSync(0, 'utf8'));
const rows = readFileSync('data.csv', 'utf8').trim().split('\n').slice(1);
const moves = rows.map((row) => {
  const [item = '', kind, count] = row.trim().split(',');
  return [item, kind, Number(count)];
});
const alerts = Object.entries(stockAfter(moves).stock)
  .filter(([, count]) => count < least)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([item, count]) => `${item} ${count}`);
console.log(alerts.join('\n') || 'all fine');
