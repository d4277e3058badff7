function shortest(grid, [sr, sc], [tr, tc]) {
  const queue = [[sr, sc, 0]];
  const seen = new Set([`${sr},${sc}`]);
  while (queue.length) {
    const [r, c, d] = queue.shift();
    if (r === tr && c === tc) return d;
    for (const [dr, dc] of [[0, 1], [1, 0], [0, -1], [-1, 0]]) {
      const [nr, nc] = [r + dr, c + dc];
      const key = `${nr},${nc}`;
      if (grid[nr]?.[nc] === '.' && !seen.has(key)) {
        seen.add(key);
        queue.push([nr, nc, d + 1]);
      }
    }
  }
  return -1;
}
const grid = ['..#.', '.##.', '....'].map((row) => [...row]);
console.log(shortest(grid, [0, 0], [0, 3]), shortest(grid, [0, 0], [0, 2]));
console.table(grid);
