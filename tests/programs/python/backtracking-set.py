def subsets(items):
    result = [[]]
    for item in items:
        result += [r + [item] for r in result]
    return result


def combination_sum(candidates, target):
    found, path = [], []

    def go(start, left):
        if left == 0:
            found.append(path[:])
            return
        for i in range(start, len(candidates)):
            if candidates[i] <= left:
                path.append(candidates[i])
                go(i, left - candidates[i])
                path.pop()

    go(0, target)
    return found


def parentheses(n):
    def go(text, opened, closed):
        if len(text) == 2 * n:
            yield text
        if opened < n:
            yield from go(text + "(", opened + 1, closed)
        if closed < opened:
            yield from go(text + ")", opened, closed + 1)

    return list(go("", 0, 0))


def exists(board, word):
    rows, columns = len(board), len(board[0])

    def go(r, c, i):
        if i == len(word):
            return True
        if not (0 <= r < rows and 0 <= c < columns) or board[r][c] != word[i]:
            return False
        board[r][c], kept = "#", board[r][c]
        ok = any(go(r + dr, c + dc, i + 1) for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)))
        board[r][c] = kept
        return ok

    return any(go(r, c, 0) for r in range(rows) for c in range(columns))


def queens(n):
    solutions = []

    def place(row, columns, down, up):
        if row == n:
            solutions.append(columns)
            return
        for c in range(n):
            if c not in columns and row - c not in down and row + c not in up:
                place(row + 1, columns + [c], down | {row - c}, up | {row + c})

    place(0, [], set(), set())
    return solutions


print(subsets([1, 2, 3]))
print(combination_sum([2, 3, 6, 7], 7))
print(parentheses(3))
board = [list("ABCE"), list("SFCS"), list("ADEE")]
print(exists(board, "ABCCED"), exists(board, "ABCB"))
print(len(queens(6)), queens(4))
