from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple, NewType, Protocol, Self, TypedDict, TypeVar, get_type_hints, overload, runtime_checkable


class Stack[T]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> Self:
        self.items.append(item)
        return self

    def __iter__(self) -> Iterator[T]:
        return reversed(self.items)


def first[K, V](pairs: dict[K, V], default: V | None = None) -> V | None:
    return next(iter(pairs.values()), default)


type Tree[T] = T | list[Tree[T]]
UserId = NewType("UserId", int)


class Movie(TypedDict, total=False):
    title: str
    year: int


class Row(NamedTuple):
    id: int
    name: str = "?"

    def label(self) -> str:
        return f"{self.id}:{self.name}"


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class File:
    def close(self):
        pass


print(list(Stack[int]().push(1).push(2)), first({"a": 1}), first({}, 9), UserId(5) + 1)
m: Movie = {"title": "Up"}
print(m, Movie.__required_keys__, Row(1).label(), Row(2, "b")._asdict(), isinstance(File(), Closable), isinstance(5, Closable))
print(get_type_hints(first), Stack.__type_params__, Tree, Tree.__name__)


def apply(f: Callable[[int], int], mode: Literal["a", "b"] = "a", *rest: Any) -> "int | None":
    return f(3)


print(apply.__annotations__, apply(lambda x: x + 1), list[int], dict[str, int] | None, int | str)
print(isinstance(3, int | str), isinstance([], list), TypeVar("T", bound=int))
try:
    isinstance([], list[int])
except TypeError as error:
    print(error)
