from typing import Protocol, TypeVar, Generic, NamedTuple, TypedDict, Literal, overload, runtime_checkable
from abc import ABC, abstractmethod
from functools import singledispatch, total_ordering, cached_property, partial, reduce

T = TypeVar('T')

@runtime_checkable
class Speaks(Protocol):
    def speak(self) -> str: ...

class Stack(Generic[T]):
    def __init__(self) -> None:
        self._items: list[T] = []
    def push(self, item: T) -> "Stack[T]":
        self._items.append(item)
        return self
    def __len__(self): return len(self._items)
    def __iter__(self): return reversed(self._items)

class Point(NamedTuple):
    x: int
    y: int = 0

class Movie(TypedDict, total=False):
    title: str

class Shape(ABC):
    @abstractmethod
    def area(self): ...

@total_ordering
class Version:
    def __init__(self, text): self.parts = tuple(map(int, text.split('.')))
    def __eq__(self, o): return self.parts == o.parts
    def __lt__(self, o): return self.parts < o.parts
    @cached_property
    def major(self): print("computed"); return self.parts[0]

@singledispatch
def show(x): return f"? {x}"
@show.register
def _(x: int): return f"int {x}"
@show.register(list)
def _(x): return f"list of {len(x)}"

class Dog:
    def speak(self): return "woof"

print(list(Stack[int]().push(1).push(2)), isinstance(Dog(), Speaks), Point(1)._replace(y=5), Movie(title="x"))
print(Version("1.10") > Version("1.9"), max([Version("2.0"), Version("1.0")]).major)
v = Version("3.1"); v.major; v.major
print(show(1), show([1]), show("s"), partial(int, base=2)("101"), reduce(lambda a, b: a * b, range(1, 6)))
match {"kind": "circle", "r": 2}:
    case {"kind": "circle", "r": r} if r > 1: print("big circle", r)
    case _: print("other")
match [1, 2, 3]:
    case [first, *rest]: print(first, rest)
def gen[U](x: U) -> U: return x
type Alias = list[int]
print(gen(5), Alias.__value__)
Shape()
