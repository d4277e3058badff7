import { readFileSync } from 'node:fs';

console.log(readFileSync('data.csv', 'utf8'));
