import io
import os
import sys

print("before", flush=True)
sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8")
print("naïve")
a, b = map(int, input().split())
print(a + b)
sys.stdout.flush()
sys.stdout = os.fdopen(os.dup(1), "w")
print("and last")
