import { readFileSync } from 'fs';
const [first, ...rows] = readFileSync(0, 'utf8').trim().split('\n');
const [h, w] = first.split(' ').map(Number);
const grid: string[][] = rows.map((r) => [...r]);
let count = 0;
const fill = (r: number, c: number): void => {
  if (grid[r]?.[c] !== '1') return;
  grid[r][c] = '0';
  fill(r + 1, c); fill(r - 1, c); fill(r, c + 1); fill(r, c - 1);
};
for (let r = 0; r < h; r++) for (let c = 0; c < w; c++) if (grid[r][c] === '1') { count++; fill(r, c); }
console.log(count);
