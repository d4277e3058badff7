from functools import total_ordering
import math


@total_ordering
class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x=0, y=0):
        self.x, self.y = x, y

    def __repr__(self):
        return f"{type(self).__name__}({self.x!r}, {self.y!r})"

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y) if isinstance(other, Vector) else NotImplemented

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def __lt__(self, other):
        return abs(self) < abs(other)

    def __hash__(self):
        return hash((self.x, self.y))

    def __abs__(self):
        return math.hypot(self.x, self.y)

    def __bool__(self):
        return bool(self.x or self.y)

    def __iter__(self):
        yield from (self.x, self.y)

    def __getitem__(self, index):
        return (self.x, self.y)[index]

    def __format__(self, spec):
        return f"<{self.x:{spec}};{self.y:{spec}}>"

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y


v, w = Vector(3, 4), Vector(1, 2)
print(v + w, 2 * v, -v, abs(v), v > w, v >= Vector(3, 4), bool(Vector()), list(v), v[-1], f"{v:.1f}", v @ w, {v, Vector(3, 4)}, sum([v, w], Vector()))
v += w
print(v, max(v, w), sorted([v, w]), tuple(map(str, w)))
for attempt in (lambda: v + 1, lambda: setattr(v, "z", 1), lambda: v[5], lambda: v < 3, lambda: len(v), lambda: v()):
    try:
        attempt()
    except (TypeError, AttributeError, IndexError) as error:
        print(type(error).__name__, error)


class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def __call__(self, i, j):
        return self.rows[i][j]

    def __contains__(self, value):
        return any(value in row for row in self.rows)

    def __len__(self):
        return len(self.rows)

    def __reversed__(self):
        return reversed(self.rows)

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __delitem__(self, i):
        del self.rows[i]


m = Matrix([[1, 2], [3, 4]])
m[0, 1] = 9
print(m(0, 1), 3 in m, len(m), list(reversed(m)))
del m[0]
print(m.rows, hasattr(m, "__iter__"), callable(m))
