from dataclasses import dataclass, field, asdict, replace, FrozenInstanceError
from typing import Optional
from enum import Enum, auto, IntEnum, Flag

class Color(Enum):
    RED = auto()
    GREEN = "g"

class Level(IntEnum):
    LOW = 1
    HIGH = 3

class Perm(Flag):
    R = 4
    W = 2

@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    tags: list[str] = field(default_factory=list, repr=False)
    color: Optional[Color] = None

@dataclass(frozen=True, slots=True)
class Point:
    x: int
    y: int = 0
    def __post_init__(self):
        if self.x < 0:
            raise ValueError(f"x is {self.x}")

items = [Item(3, "pen"), Item(1.5, "cup", ["a"], Color.RED)]
print(sorted(items))
print(asdict(items[1]))
p = Point(1)
print(replace(p, y=9), p == Point(1, 0), hash(p) == hash(Point(1)))
try:
    p.x = 2
except FrozenInstanceError as e:
    print(e)
print(Color.RED, repr(Color.GREEN), Color("g").name, list(Level), Level.HIGH > 2, Perm.R | Perm.W)
print(f"{Level.HIGH} {Level.HIGH!r}")
Point(-1)
