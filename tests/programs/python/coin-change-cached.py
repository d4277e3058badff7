import sys
from functools import lru_cache

sys.setrecursionlimit(20000)

@lru_cache(maxsize=None)
def ways(amount, coins=(1, 5, 10, 25)):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return ways(amount - coins[0], coins) + ways(amount, coins[1:])

print(ways(100))
print(ways.cache_info())
