const primes = (n: number): number[] => {
  const sieve = new Uint8Array(n + 1);
  const out: number[] = [];
  for (let i = 2; i <= n; i++) if (!sieve[i]) { out.push(i); for (let j = i * i; j <= n; j += i) sieve[j] = 1; }
  return out;
};
console.log(primes(50).length, primes(20));
const popcount = (x: number): number => { let c = 0; for (; x; x &= x - 1) c++; return c; };
console.log([0, 1, 255, -1 >>> 0].map(popcount), 5 ^ 3, ~7, 1 << 10);
outer: while (true) { do { break outer; } while (true); }
const grid: number[][] = Array.from({ length: 3 }, (_, r) => Array<number>(3).fill(r));
grid.forEach((row, r) => row.forEach((_, c) => { grid[r]![c]! += c; }));
console.log(grid, grid.flat().reduce((a, b) => a + b));
let fact = 1n; for (let i = 1n; i <= 25n; i++) fact *= i; console.log(fact, typeof fact, String(fact).length);
