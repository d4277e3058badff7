from collections import ChainMap, Counter, UserDict, defaultdict, deque, namedtuple

c = Counter("mississippi")
print(c, c.most_common(2), c["z"], c.total(), c - Counter("miss"), Counter(a=3) & Counter(a=1, b=2), Counter(a=3) | Counter(b=2), sorted(c.elements())[:3])
c.update("zz"), c.subtract({"m": 5})
print(c, +c)
d = deque([1, 2, 3], maxlen=3)
d.append(4), d.appendleft(0)
d.rotate(1)
print(d, d[-1], list(reversed(d)), deque("ab") + deque("c"))
Point = namedtuple("Point", "x y z", defaults=[0])
p = Point(1, 2)
print(p, p._asdict(), p._replace(y=9), Point._make("abc"), p == (1, 2, 0), Point._fields, p.x + p[1])
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"] = 1
print(dict(t["a"]), len(t), "q" in t, dict(defaultdict(list, {1: [2]})))
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
m["c"] = 9
print(m, m["b"], sorted(m), m.parents["a"], m.maps[0])


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


print(Lower(A=1, B=2), {**Lower(C=3)})
groups = defaultdict(list)
for word in ("eat", "tea", "tan", "ate", "nat"):
    groups["".join(sorted(word))].append(word)
print(list(groups.values()))
for attempt in (lambda: Point(1), lambda: deque().pop(), lambda: setattr(p, "x", 3), lambda: deque([1]).remove(5)):
    try:
        attempt()
    except (TypeError, IndexError, AttributeError, ValueError) as error:
        print(type(error).__name__, error)
