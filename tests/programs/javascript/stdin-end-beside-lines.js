// Who reads line by line hears the end of stdin as well.
const lines = require('node:readline').createInterface({ input: process.stdin });
lines.on('line', (line) => console.log('line', line));
lines.on('close', () => console.log('lines closed'));
process.stdin.on('end', () => console.log('stdin ended'));
