def queens(n):
    out = []
    def place(row, cols, d1, d2, board):
        if row == n:
            out.append(board)
            return
        for c in range(n):
            if c not in cols and row - c not in d1 and row + c not in d2:
                place(row + 1, cols | {c}, d1 | {row - c}, d2 | {row + c}, board + ["." * c + "Q" + "." * (n - c - 1)])
    place(0, set(), set(), set(), [])
    return out
print(len(queens(6)), *queens(4)[0], sep="\n")
