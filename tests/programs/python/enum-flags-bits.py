import enum
import struct
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    ALL = R | W | X


print(Perm.R | Perm.W, Perm.ALL, Perm.R in Perm.ALL, ~Perm.R, list(Perm.R | Perm.X), Perm(0), bool(Perm.R & Perm.W), Perm(5), len(Perm.ALL))
print(repr(Perm.R ^ Perm.ALL), Perm.R.value, Perm["W"], Perm.ALL.name, (Perm.R | Perm.W).name)


class Color(Enum):
    RED = 1
    GREEN = 2
    ALIAS = 1

    @classmethod
    def _missing_(cls, value):
        return next((c for c in cls if c.name.lower() == str(value).lower()), None)

    @property
    def hexed(self):
        return f"#{self.value:06x}"


print(Color.ALIAS, Color("green"), list(Color), Color.__members__, Color.RED.hexed, Color.RED is Color(1), Color.RED == 1, {Color.RED: 1})
for value in ("blue", 9):
    try:
        Color(value)
    except ValueError as error:
        print(error)


class Weekday(IntEnum):
    MON = 1
    TUE = 2


class Size(StrEnum):
    SMALL = auto()
    LARGE = "L"


print(Weekday.MON < Weekday.TUE, Weekday.MON + 1, f"{Weekday.MON} {Weekday.MON!r}", Size.SMALL, Size.LARGE == "L", f"{Size.LARGE:>3}", sorted([Weekday.TUE, Weekday.MON]))


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return 6.674e-11 * self.mass / self.radius**2


print({p.name: round(p.gravity, 2) for p in Planet}, Planet.MARS.radius)
try:

    @unique
    class Twice(Enum):
        A = 1
        B = 1

except ValueError as error:
    print(error)
for action in ("Color.RED = 3", "Color.BLUE", "Color['BLUE']", "class Sub(Color): pass"):
    try:
        exec(action)
    except (AttributeError, KeyError, TypeError) as error:
        print(type(error).__name__, error)
Animal = Enum("Animal", "CAT DOG", start=5)
print(list(Animal), Animal.DOG.value, IntFlag("F", "A B").B | 8)
n = 0b1011_0110
print(n, bin(n), n.bit_count(), n.bit_length(), n & -n, n & (n - 1), ~n, n << 3, n >> 2, n ^ 0xFF, f"{n:08b}", int("ff", 16), int("0b101", 0), int("z", 36))
print((-5) & 0xFF, -5 >> 1, (1 << 64) - 1, 2**100 % 97, pow(3, -1, 11), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"), (-1).to_bytes(2, "big", signed=True))
print(struct.pack(">IhB", 1, -2, 3), struct.unpack("<2sf", b"ab\x00\x00\x80?"), struct.calcsize("<qid"), list(struct.iter_unpack("<H", b"\1\0\2\0")))
b = bytearray(b"hello")
b[0] = 72
b += b"!"
view = memoryview(b)
print(b, b.hex(" "), bytes.fromhex("de ad"), view[1:3].tobytes(), bytes([1, 2]) + b"\xff", b"a,b".split(b","), b.find(b"l"), bytes(3), list(b"\x00A"))
try:
    b.append(256)
except ValueError as error:
    print(error)
print(0.1 + 0.2 == 0.3, (0.5).as_integer_ratio(), (255.5).hex(), 7 // -2, 7 % -2, divmod(-7, 2), -7 // 2, 1e308 * 10, int(-3.7), round(-2.5), 10**20 // 3, True + True)
struct.unpack(">I", b"abc")
