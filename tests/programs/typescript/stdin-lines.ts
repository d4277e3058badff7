import * as readline from 'readline';
const rl = readline.createInterface({ input: process.stdin });
const lines: string[] = [];
rl.on('line', (line: string) => lines.push(line));
rl.on('close', () => {
  const [n, ...rest] = lines;
  const nums = rest.slice(0, Number(n)).map(Number);
  console.log(nums.reduce((a, b) => a + b, 0));
});
