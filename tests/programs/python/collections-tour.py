from collections import Counter, defaultdict, deque, namedtuple, ChainMap, OrderedDict
c = Counter("mississippi")
print(c, c.most_common(2), c - Counter("miss"), c["z"], sum(c.values()), sorted(c.elements())[:3])
d = defaultdict(lambda: defaultdict(int)); d["a"]["b"] += 1
print(d["a"], dict(d["x"]))
q = deque([1, 2, 3], maxlen=3); q.append(4); q.rotate(1); q.appendleft(0)
print(q, q[0], list(reversed(q)))
P = namedtuple("P", "x y", defaults=[5]); print(P(1), P(1)._asdict(), P._fields)
print(ChainMap({"a": 1}, {"a": 2, "b": 3})["b"], OrderedDict(a=1, b=2))
print({1, 2} | {3}, {1, 2} & {2}, {1, 2} ^ {2, 3}, {1} < {1, 2}, frozenset([1]), {**{"a": 1}, "b": 2}, {"a": 1} | {"a": 2})
print([x for x in range(10) if x % 3 == 0], {x: x * x for x in range(3)}, {len(w) for w in ["a", "bb", "cc"]}, sum(x for x in range(5)))
a = [3, 1, 2]; b = a; b.sort(); print(a, a is b, a[:] is a, [0] * 3, [[]] * 2, a[-1:], a[::2], a.index(2))
matrix = [[1, 2], [3, 4]]; print(list(zip(*matrix)), [sum(r) for r in matrix], [[r[i] for r in matrix] for i in range(2)])
x, *rest, z = range(5); print(x, rest, z); (p := 10); print(p, a.pop(), a, sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]))
def f(a, /, b, *args, c=3, **kw): return a, b, args, c, kw
print(f(1, 2, 3, c=4, d=5), f(*[1, 2], **{"c": 9}))
f(1)
