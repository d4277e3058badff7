from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque, namedtuple

c = Counter("mississippi")
print(c, c.most_common(2), c["z"], sorted(c.elements())[:4], c.total())
print(c - Counter("miss"), c & Counter("sip"), c | Counter(z=2), +Counter(a=-1, b=2), -Counter(a=-1))
c.subtract("sss")
c.update({"m": 10})
del c["i"]
print(c, Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2))
d = deque([1, 2, 3], maxlen=4)
d.append(4)
d.append(5)
d.appendleft(0)
d.rotate(1)
print(d, d.index(3), d[0], d[-1], d.maxlen, d.count(2))
d.extendleft([8, 9])
d.remove(8)
d.insert(1, 7)
print(d, list(reversed(d)), d.pop(), d.popleft(), d.copy() == d)
for action in (lambda: deque().pop(), lambda: deque([1], 1).insert(0, 2), lambda: deque([1])[3]):
    try:
        action()
    except IndexError as error:
        print(error)
defaults = {"theme": "light", "lang": "en"}
user = ChainMap({}, {"lang": "fr"}, defaults)
user["theme"] = "dark"
print(user, user["lang"], dict(user), user.parents["theme"], user.new_child({"x": 1}).maps[0], list(user))
try:
    user["nothing"]
except KeyError as error:
    print(error)
o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
o.move_to_end("c", last=False)
print(o, o.popitem(last=False), o == {"a": 1, "b": 2}, o == OrderedDict(a=1, b=2), next(reversed(o)))
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(dict(t["a"]["b"]), "x" in t, t.default_factory is tree)
groups = defaultdict(list)
for word in "apple avocado banana blueberry cherry".split():
    groups[word[0]].append(word)
print(groups, dict(groups), groups.get("z"))
Point = namedtuple("Point", "x y z", defaults=[0, 0])
p = Point(1, y=2)
x, *others = p
print(p, p._replace(z=9), p._asdict(), Point._fields, Point._field_defaults, p == (1, 2, 0), others, p[-1], Point._make([7, 8, 9]))
print(sorted([Point(2, 1), Point(1, 5)]), {p: "key"}[Point(1, 2)], max(p), namedtuple("Bad", "a def a", rename=True)._fields)
for wrong in ("class", "a a", "_x", "1x"):
    try:
        namedtuple("N", wrong)
    except ValueError as error:
        print(error)


class Caseless(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.lower())

    def __missing__(self, key):
        return f"no {key}"


headers = Caseless({"Content-Type": "json"}, Accept="*")
headers.update(HOST="me")
print(headers, headers["CONTENT-TYPE"], headers["nope"], "host" in headers, len(headers))


class Sorted(UserList):
    def append(self, item):
        super().append(item)
        self.data.sort()


s = Sorted([3])
s.append(1)
print(s, s + [0], s[0:1].__class__.__name__, s == [1, 3])


class Missing(dict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value


m = Missing()
print(m[4], m, m.get(5), m.setdefault(6, 1))
merged = {"a": 1, "b": 2} | {"b": 3}
merged |= [("c", 4)]
print(merged, {**merged, "a": 0}, dict.fromkeys("ab", 0), dict(zip("xy", range(2))), merged.items() & {("a", 1)}, merged.keys() - {"a"})
try:
    for k in merged:
        merged[k + "!"] = 1
except RuntimeError as error:
    print(error)
p.x = 5
