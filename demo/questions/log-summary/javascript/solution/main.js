import { readFileSync } from 'node:fs';
import { parseLine } from './events.js';

const counts = new Map();
let unreadable = 0;
for (const line of readFileSync(0, 'utf8').split('\n')) {
  if (line === '') continue;
  const event = parseLine(line);
  if (!event) {
    unreadable++;
    continue;
  }
  const count = counts.get(event.service) ?? { events: 0, errors: 0 };
  count.events++;
  if (event.level === 'ERROR') count.errors++;
  counts.set(event.service, count);
}

const sorted = [...counts].sort(([a, x], [b, y]) => y.errors - x.errors || (a < b ? -1 : 1));
for (const [service, { events, errors }] of sorted) console.log(`${service} ${events} ${errors}`);
if (unreadable > 0) console.log(`${unreadable} unreadable`);
