process.stdin.on('data', (d) => console.log('data', d.toString()));
process.stdin.on('end', () => console.log('end'));
