import typing
from abc import ABC, abstractmethod
from typing import (Annotated, Any, Callable, ClassVar, Final, Generic, Literal, NamedTuple, NewType, Optional, Protocol, Self,
                    TypedDict, TypeVar, Union, assert_never, cast, final, get_args, get_origin, get_type_hints, overload, runtime_checkable)

T = TypeVar("T", bound="Comparable")


@runtime_checkable
class Comparable(Protocol):
    def __lt__(self, other: Any) -> bool: ...


class Stack(Generic[T]):
    def __init__(self, items: list[T] | None = None) -> None:
        self.items: list[T] = items or []

    def push(self, item: T) -> Self:
        self.items.append(item)
        return self

    def largest(self) -> Optional[T]:
        return max(self.items, default=None)


s = Stack[int]().push(3).push(5)
print(s.largest(), Stack[str], Stack[int].__args__, isinstance(3, Comparable), isinstance(3j, Comparable), T)


class Movie(TypedDict, total=False):
    title: typing.Required[str]
    year: int


class Employee(NamedTuple):
    """One."""
    name: str
    id: int = 3

    def badge(self) -> str:
        return f"{self.name}#{self.id}"


m: Movie = {"title": "X"}
print(m, Movie.__required_keys__, Movie.__optional_keys__, Employee("a").badge(), Employee.__annotations__, Employee.__doc__)
UserId = NewType("UserId", int)
print(UserId(5) + 1, UserId.__name__, UserId.__supertype__)
Mode = Literal["r", "w"]


def open_it(mode: Mode, hook: Callable[[int, str], bool] = lambda a, b: True, *rest: Union[int, None]) -> "dict[str, list[int]]":
    match mode:
        case "r" | "w":
            return {mode: [1]}
        case never:
            assert_never(never)


print(list(get_type_hints(open_it)), get_args(Mode), get_origin(dict[str, int]), get_args(Callable[[int], str]))
print(int | None, list[int] == list[int], Annotated[int, "meters"].__metadata__, Optional[int] == (int | None))


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


print(double(2), double("ab"), cast(int, "not"), len(typing.get_overloads(double)))


class Shape(ABC):
    sides: ClassVar[int] = 0
    LIMIT: Final = 10

    @property
    @abstractmethod
    def area(self) -> float: ...

    def __init_subclass__(cls, /, sides=None, **kw):
        super().__init_subclass__(**kw)
        cls.sides = sides


class Square(Shape, sides=4):
    def __init__(self, w):
        self.w = w

    @property
    def area(self):
        return self.w**2


print(Square(3).area, Square.sides, Shape.__abstractmethods__)
try:
    Shape()
except TypeError as error:
    print(error)


class Box[V]:
    def __init__(self, value: V):
        self.value = value

    def map[W](self, f: Callable[[V], W]) -> "Box[W]":
        return Box(f(self.value))


type Pair[A] = tuple[A, A]
print(Box(3).map(str).value, Box.__type_params__, Pair[int], Pair.__value__, Box[int])


def first[S: (int, str)](items: list[S]) -> S:
    return items[0]


print(first([1]), first.__type_params__[0].__constraints__, first.__annotations__["return"])


@final
class Leaf:
    pass


print(Leaf.__final__, typing.get_type_hints(Square.__init__), Any, Callable[..., int], typing.List[int], typing.Dict)
try:
    isinstance([], list[int])
except TypeError as error:
    print(error)
try:
    Stack[int, str]
except TypeError as error:
    print(error)
open_it("x")
