import sys, io, os
input = io.BytesIO(os.read(0, os.fstat(0).st_size or 1 << 20)).readline
n, q = map(int, input().split())
a = list(map(int, input().split()))
prefix = [0]
for x in a:
    prefix.append(prefix[-1] + x)
for _ in range(q):
    l, r = map(int, input().split())
    sys.stdout.write(str(prefix[r] - prefix[l - 1]) + "\n")
