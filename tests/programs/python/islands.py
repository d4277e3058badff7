def num_islands(grid):
    rows, cols = len(grid), len(grid[0])
    seen = set()

    def dfs(r, c):
        if not (0 <= r < rows and 0 <= c < cols) or grid[r][c] == '0' or (r, c) in seen:
            return
        seen.add((r, c))
        for dr, dc in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            dfs(r + dr, c + dc)

    count = 0
    for r in range(rows):
        for c in range(cols):
            if grid[r][c] == '1' and (r, c) not in seen:
                dfs(r, c)
                count += 1
    return count

print(num_islands(["11000", "11000", "00100", "00011"]))
print(num_islands(["1" * 25] * 25))
