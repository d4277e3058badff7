import { add } from './math.ts';
import { label } from './label.js';
import data, { version } from './plain.js';
import { readFileSync } from 'node:fs';
console.log(add(1, 2), label`a${add(2, 2)}b`, data, version, readFileSync('input.csv', 'utf8').split('\n').map((l) => l.split(',')));
const lazy = await import('./math.ts'); console.log(Object.keys(lazy), lazy.Op.Add);
throw Object.assign(new Error('at the end'), { data });
