import { readFileSync } from 'node:fs';
import { parseLine } from './events.ts';

for (const line of readFileSync(0, 'utf8').split('\n')) {
  const event = parseLine(line);
  if (event) console.log(event.service);
}
