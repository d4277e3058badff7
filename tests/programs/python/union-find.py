class DSU:
    def __init__(self, n):
        self.p = list(range(n))
        self.size = [1] * n

    def find(self, x):
        while self.p[x] != x:
            self.p[x] = self.p[self.p[x]]
            x = self.p[x]
        return x

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.size[a] < self.size[b]:
            a, b = b, a
        self.p[b] = a
        self.size[a] += self.size[b]
        return True

d = DSU(6)
edges = sorted([(7, 0, 1), (3, 1, 2), (1, 0, 2), (9, 3, 4), (2, 4, 5)])
print(sum(w for w, a, b in edges if d.union(a, b)), len({d.find(i) for i in range(6)}))
