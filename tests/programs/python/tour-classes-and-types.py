from dataclasses import dataclass, field, asdict, replace, astuple
from typing import Optional, List, Dict, NamedTuple, Protocol, TypedDict, Generic, TypeVar, Literal, get_type_hints
import enum
@dataclass(order=True, frozen=True)
class P:
    x: int
    y: int = 2
    tags: tuple = field(default=(), compare=False, repr=False)
p = P(1); print(p, asdict(p), astuple(p), replace(p, x=9), p < P(2), hash(p) == hash(P(1)))
try: p.x = 3
except Exception as e: print(type(e).__name__, e)
@dataclass(slots=True, kw_only=True)
class S: a: int; b: list[int] = field(default_factory=list)
print(S(a=1))
try: S(1)
except TypeError as e: print(e)
class C(enum.Enum): RED = 1; GREEN = enum.auto()
class F(enum.Flag): A = 1; B = 2
class I(enum.IntEnum): X = 5
class SE(enum.StrEnum): HI = enum.auto()
print(C.RED, repr(C.GREEN), list(C), C(1), C["RED"].name, F.A | F.B, I.X + 1, SE.HI, f"{SE.HI}", [*F])
try: C(9)
except ValueError as e: print(e)
class N(NamedTuple): a: int; b: str = "z"
print(N(1), N(1)._asdict(), N._fields)
class TD(TypedDict): k: int
print(TD(k=1), get_type_hints(TD))
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
    def __class_getitem__(cls, k): return super().__class_getitem__(k)
print(Box[int](3).v)
