def spiral(matrix):
    return matrix and [*matrix.pop(0)] + spiral([*zip(*matrix)][::-1])


def rotate(matrix):
    return [list(row) for row in zip(*matrix[::-1])]


def life(cells):
    from collections import Counter

    around = Counter((r + dr, c + dc) for r, c in cells for dr in (-1, 0, 1) for dc in (-1, 0, 1) if dr or dc)
    return {cell for cell, n in around.items() if n == 3 or n == 2 and cell in cells}


def flood(grid, r, c, new):
    old, stack = grid[r][c], [(r, c)]
    while stack:
        r, c = stack.pop()
        if 0 <= r < len(grid) and 0 <= c < len(grid[0]) and grid[r][c] == old != new:
            grid[r][c] = new
            stack += [(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)]
    return grid


def pascal(n):
    row = [1]
    for _ in range(n):
        yield row
        row = [a + b for a, b in zip([0, *row], [*row, 0])]


def multiply(a, b):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


def determinant(m):
    return m[0][0] if len(m) == 1 else sum((-1) ** j * m[0][j] * determinant([row[:j] + row[j + 1 :] for row in m[1:]]) for j in range(len(m)))


m = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print(rotate(m), spiral([row[:] for row in m]), multiply(m, [[1, 0], [0, 1], [1, 1]]), determinant([[2, 0, 1], [1, 3, 2], [1, 1, 4]]))
cells = {(1, 0), (1, 1), (1, 2)}
for _ in range(2):
    cells = life(cells)
    print("\n".join("".join("#" if (r, c) in cells else "." for c in range(3)) for r in range(3)))
print(flood([[1, 1, 0], [1, 0, 0], [1, 1, 1]], 0, 0, 7))
for row in pascal(5):
    print(" ".join(map(str, row)).center(12).rstrip())
