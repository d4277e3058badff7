import sys

print(repr(sys.stdin.read(1)))
print(repr(input()))
print(repr(input()))
print(repr(sys.stdin.readline()))
print(repr(sys.stdin.read(2)), repr(sys.stdin.readline()))
print(repr(input()))
print(sys.stdin.name, sys.stdin.mode, sys.stdin.fileno(), sys.stdout.name, sys.stdout.mode, sys.stderr.name)
