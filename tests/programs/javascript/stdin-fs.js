const input = require('fs').readFileSync('/dev/stdin', 'utf8').split('\n');
const t = +input[0];
let out = '';
for (let i = 1; i <= t; i++) out += `Case #${i}: ${[...input[i]].reverse().join('')}\n`;
process.stdout.write(out);
