from collections import deque
import sys

def solve(lines):
    h, w = map(int, next(lines).split())
    grid = [next(lines).rstrip('\n') for _ in range(h)]
    start = next((r, row.index('S')) for r, row in enumerate(grid) if 'S' in row)
    queue = deque([(start, 0)])
    seen = {start}
    while queue:
        (r, c), d = queue.popleft()
        if grid[r][c] == 'E':
            return d
        for nr, nc in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
            if 0 <= nr < h and 0 <= nc < w and grid[nr][nc] != '#' and (nr, nc) not in seen:
                seen.add((nr, nc))
                queue.append(((nr, nc), d + 1))
    return None

print(solve(iter(sys.stdin)))
