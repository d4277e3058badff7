# python3.11
import sys
from functools import lru_cache
sys.setrecursionlimit(10**5)

@lru_cache(maxsize=None)
def lis(i):
    return 1 if i == 0 else 1 + lis(i - 1)

print(lis(10000))
