def solve(x):
    return x * 2

solve(21)
