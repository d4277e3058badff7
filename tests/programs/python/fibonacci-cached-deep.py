import sys
from functools import lru_cache
sys.setrecursionlimit(10**6)

@lru_cache(None)
def f(n):
    return n if n < 3 else f(n - 1) + f(n - 2)

print(f(1000) % 10**9)
