import sys
data = sys.stdin.buffer.read().split()
print(len(data), data[0], [int(x) for x in data[1:]])
print(sys.stdin.buffer.read())
