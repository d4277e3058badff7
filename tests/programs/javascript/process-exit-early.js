setTimeout(() => console.log('never'), 10);
process.on('exit', (c) => console.log('code', c));
console.log('leaving');
process.exit(0);
