import { readFileSync } from 'node:fs';
import { best, type Ride } from './connections.ts';

const rows = readFileSync('data.csv', 'utf8').trim().split('\n').slice(1);
const rides = rows.map((row): Ride => {
  const [train = '', source = '', target = '', departs, arrives] = row.trim().split(',');
  return [train, source, target, Number(departs), Number(arrives)];
});
const [start = '', goal = '', now, most] = readFileSync(0, 'utf8').trim().split(' ');
const found = best(rides, start, goal, Number(now), Number(most));
console.log(found ? `arrives ${found.arrives} with ${found.changes} changes` : 'no connection');
