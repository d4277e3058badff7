from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence, Sized


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    def __str__(self):
        return f"{self.name} of {self.area():.2f}"


class Square(Shape):
    name = "square"

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


class Half(Shape):
    def area(self):
        return 1


class A:
    def hello(self):
        return ["A"]


class B(A):
    def hello(self):
        return ["B", *super().hello()]


class C(A):
    def hello(self):
        return ["C", *super().hello()]


class D(B, C):
    def hello(self):
        return ["D", *super().hello()]


print(Square(3), D().hello(), [c.__name__ for c in D.__mro__], issubclass(D, A))
try:
    Half()
except TypeError as error:
    print(error)
try:
    class E(A, B):
        pass
except TypeError as error:
    print(str(error).splitlines()[0])


class Countdown(Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if not -self.n <= i < self.n:
            raise IndexError(i)
        return self.n - (i % self.n)


c = Countdown(3)
print(list(c), c.index(1), c.count(2), 3 in c, list(reversed(c)), isinstance(c, Iterable), isinstance({}, Mapping), isinstance(5, Sized))


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.registry[key or cls.__name__.lower()] = cls


class Csv(Plugin): ...


class Json(Plugin, key="js"): ...


print({k: v.__name__ for k, v in Plugin.registry.items()})
