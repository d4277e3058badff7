const readline = require('node:readline/promises');
const { stdin: input, stdout: output } = require('node:process');
const rl = readline.createInterface({ input, output, terminal: false });
const accounts = new Map();
const commands = {
  open(name, amount = '0') { if (accounts.has(name)) throw new Error(`${name} exists`); accounts.set(name, +amount); return `opened ${name}`; },
  pay(from, to, amount) { const n = Number(amount); if (!(n > 0)) throw new RangeError(`"${amount}" is no amount`); if ((accounts.get(from) ?? 0) < n) throw new Error('insufficient'); accounts.set(from, accounts.get(from) - n); accounts.set(to, (accounts.get(to) ?? 0) + n); return `${from} -> ${to}: ${n.toFixed(2)}`; },
  list() { return [...accounts].map(([k, v]) => `${k.padEnd(6)}${String(v).padStart(8)}`).join('\n'); },
  help() { return Object.keys(commands).join(' '); },
};
(async () => {
  let who;
  let lines = 0;
  rl.setPrompt('> ');
  rl.prompt();
  for await (const line of rl) {
    if (who === undefined) {
      who = line;
      console.log(`Hello, ${who || 'nobody'}!`);
      continue;
    }
    lines++;
    const [name, ...args] = line.trim().split(/\s+/);
    if (name === 'quit') break;
    try { console.log(commands[name]?.(...args) ?? `unknown: ${JSON.stringify(name)}`); } catch ({ name: kind, message }) { console.error(`${kind}: ${message}`); }
    rl.prompt();
  }
  console.log('\nbye after', lines, 'lines', accounts);
  process.exitCode = accounts.size > 2 ? 1 : 0;
  rl.close();
})();
