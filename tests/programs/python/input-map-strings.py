import sys
n, m = map(int, sys.stdin.readline().split())
graph = [[] for _ in range(n + 1)]
for _ in range(m):
    a, b = map(int, sys.stdin.readline().split())
    graph[a].append(b)
    graph[b].append(a)
colour = [0] * (n + 1)
ok = True
for s in range(1, n + 1):
    if colour[s] == 0:
        colour[s] = 1
        stack = [s]
        while stack:
            u = stack.pop()
            for v in graph[u]:
                if colour[v] == 0:
                    colour[v] = -colour[u]
                    stack.append(v)
                elif colour[v] == colour[u]:
                    ok = False
print("YES" if ok else "NO", colour[1:])
