import os, sys
from functools import lru_cache

sys.setrecursionlimit(20000)

@lru_cache(None)
def climb(n):
    if n == 0:
        print("at the bottom", flush=True)
        sys.stdout.write("last words")
        sys.stdout.flush()
        os._exit(3)
    try:
        return climb(n - 1) + 1
    finally:
        print("never")

print("begin")
sorted([2, 1], key=lambda _: climb(40))
print("never")
