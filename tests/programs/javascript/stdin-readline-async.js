import * as readline from 'node:readline/promises';
import { stdin as input, stdout as output } from 'node:process';
const rl = readline.createInterface({ input, output, terminal: false });
let total = 0;
for await (const line of rl) {
  total += Number(line);
}
console.log({ total });
