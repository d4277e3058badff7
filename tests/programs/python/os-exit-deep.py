import os, sys
from functools import lru_cache

sys.setrecursionlimit(20000)

@lru_cache(None)
def climb(n):
    if n == 0:
        print("at the bottom", flush=True)
        sys.stdout.write("last words")
        sys.stdout.flush()
        os._exit(0)
    return climb(n - 1) + 1

print("begin")
climb(700)
print("never")
