import sys
sys.setrecursionlimit(5000)
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(2000), odd(1999))
class Tree:
    def __init__(self, v, child=None): self.v, self.child = v, child
    def __len__(self): return 1 + (len(self.child) if self.child is not None else 0)
    def __contains__(self, x): return self.v == x or (self.child is not None and x in self.child)
t = None
for i in range(300): t = Tree(i, t)
print(len(t), 0 in t, -1 in t)
