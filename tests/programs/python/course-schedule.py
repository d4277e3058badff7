from collections import defaultdict, deque

def order(n, pairs):
    graph = defaultdict(list)
    degree = [0] * n
    for a, b in pairs:
        graph[b].append(a)
        degree[a] += 1
    queue = deque(i for i in range(n) if degree[i] == 0)
    out = []
    while queue:
        node = queue.popleft()
        out.append(node)
        for other in graph[node]:
            degree[other] -= 1
            if degree[other] == 0:
                queue.append(other)
    return out if len(out) == n else []

print(order(4, [[1, 0], [2, 0], [3, 1], [3, 2]]))
print(order(2, [[0, 1], [1, 0]]))
from graphlib import TopologicalSorter, CycleError
print(list(TopologicalSorter({'d': {'b', 'c'}, 'b': {'a'}, 'c': {'a'}}).static_order())[0])
try:
    list(TopologicalSorter({'a': {'b'}, 'b': {'a'}}).static_order())
except CycleError as e:
    print(type(e).__name__, e.args[0])
