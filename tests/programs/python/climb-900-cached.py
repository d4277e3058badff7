from functools import lru_cache

@lru_cache
def climb(n):
    return 1 if n < 2 else climb(n - 1) + climb(n - 2)

print(len(str(climb(450))))
