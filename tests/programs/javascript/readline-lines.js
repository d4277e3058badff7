const readline = require('readline');
const rl = readline.createInterface({ input: process.stdin, crlfDelay: Infinity });
const lines = [];
rl.on('line', (line) => lines.push(line.trim()));
rl.on('close', () => {
  const [count, ...rest] = lines;
  const rows = rest.slice(0, Number(count)).map((line) => line.split(/\s+/).map(Number));
  rows.forEach((row, i) => console.log(`Case #${i + 1}: ${row.reduce((a, b) => a + b, 0)}`));
  const commands = rest.slice(Number(count));
  const store = new Map();
  for (const command of commands) {
    const [verb, key, ...value] = command.split(' ');
    switch (verb) {
      case 'SET':
        store.set(key, value.join(' '));
        break;
      case 'GET':
        console.log(store.get(key) ?? 'NULL');
        break;
      case 'END':
        process.exit(0);
      default:
        console.error('unknown', verb);
    }
  }
});
