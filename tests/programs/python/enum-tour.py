from enum import Enum, Flag, IntEnum, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    @property
    def shout(self):
        return self.name + "!"


class Level(IntEnum):
    LOW = auto()
    HIGH = auto()


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Mode(StrEnum):
    FAST = auto()
    SLOW = "s"


print(Color.RED, repr(Color(2)), Color["GREEN"].value, Color.CRIMSON is Color.RED, list(Color), Color.RED.shout)
print(Level.LOW < Level.HIGH, Level.HIGH + 1, f"{Level.HIGH}", repr(Level(1)), sorted([Level.HIGH, Level.LOW]))
print(Perm.R | Perm.X, Perm.RW & Perm.W, ~Perm.R, Perm.W in Perm.RW, bool(Perm.R & Perm.X), Perm(0), list(Perm.RW), repr(Perm.RW))
print(Mode.FAST, Mode.SLOW == "s", f"{Mode.FAST:>6}", Mode("fast").name, "fast" in Mode)
print({Color.RED: "stop"}[Color.RED], Color.__members__, isinstance(Color.RED, Color))
for attempt in (lambda: Color(9), lambda: Color["BLUE"], lambda: setattr(Color.RED, "value", 5), lambda: Level.LOW + "a"):
    try:
        attempt()
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)
try:

    @unique
    class Bad(Enum):
        A = 1
        B = 1

except ValueError as error:
    print(error)
match Color.GREEN:
    case Color.RED:
        print("r")
    case Color.GREEN:
        print("g")
