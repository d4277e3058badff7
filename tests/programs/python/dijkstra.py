import heapq
from math import inf

def dijkstra(graph, start):
    dist = {node: inf for node in graph}
    dist[start] = 0
    heap = [(0, start)]
    prev = {}
    while heap:
        d, u = heapq.heappop(heap)
        if d > dist[u]:
            continue
        for v, w in graph[u].items():
            if d + w < dist[v]:
                dist[v] = d + w
                prev[v] = u
                heapq.heappush(heap, (dist[v], v))
    return dist, prev

graph = {'A': {'B': 4, 'C': 1}, 'B': {'D': 1}, 'C': {'B': 2, 'D': 5}, 'D': {}, 'E': {}}
dist, prev = dijkstra(graph, 'A')
print(dist)
path, node = [], 'D'
while node != 'A':
    path.append(node)
    node = prev[node]
print(' -> '.join(['A'] + path[::-1]))
print(heapq.nlargest(2, [5, 1, 9]), heapq.nsmallest(2, [5, 1, 9]), list(heapq.merge([1, 4], [2, 3])))
