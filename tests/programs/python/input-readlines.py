import sys
input = sys.stdin.readline
t = int(input())
for case in range(1, t + 1):
    a, b = map(int, input().split())
    print(f"Case #{case}: {a + b}")
print(repr(input()), repr(input()))
