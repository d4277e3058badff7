let s = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (d) => (s += d));
process.stdin.on('end', () => main(s.trim().split('\n')));
function main([n, ...rest]) {
  for (let i = 0; i < n; i++) {
    const [a, b] = rest[i].split(' ').map(Number);
    console.log(a + b);
  }
}
