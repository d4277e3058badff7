import json
from dataclasses import dataclass
from enum import Enum


class Op(Enum):
    ADD = "+"
    MUL = "*"
    NEG = "neg"


@dataclass
class Num:
    value: float


@dataclass
class Bin:
    op: Op
    left: object
    right: object


@dataclass
class Var:
    name: str


def simplify(e):
    match e:
        case Bin(Op.ADD, Num(0), x) | Bin(Op.ADD, x, Num(0)):
            return simplify(x)
        case Bin(Op.MUL, Num(0), _) | Bin(Op.MUL, _, Num(0)):
            return Num(0)
        case Bin(Op.MUL, Num(1), x) | Bin(Op.MUL, x, Num(1)):
            return simplify(x)
        case Bin(op, Num(a), Num(b)):
            return Num(a + b if op is Op.ADD else a * b)
        case Bin(op=op, left=l, right=r):
            new = Bin(op, simplify(l), simplify(r))
            return new if new == e else simplify(new)
        case _:
            return e


print(simplify(Bin(Op.ADD, Bin(Op.MUL, Num(1), Var("x")), Bin(Op.MUL, Num(0), Var("y")))))
print(simplify(Bin(Op.ADD, Num(2), Bin(Op.MUL, Num(3), Num(4)))))


def describe(value):
    match value:
        case None | True | False:
            return f"constant {value}"
        case int() | float() as n if n < 0:
            return f"negative {n}"
        case int(n):
            return f"int {n}"
        case float():
            return "float"
        case str() as s if s.isupper():
            return f"SHOUT {s}"
        case "" | "empty":
            return "empty"
        case str(s):
            return f"text {s!r}"
        case []:
            return "empty list"
        case [x]:
            return f"one {x}"
        case [first, *_, last] if first == last:
            return f"ring {first}"
        case [int(a), int(b), *rest]:
            return f"ints {a} {b} and {len(rest)}"
        case (str(), *others):
            return f"text and {others}"
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": ("rect" | "square") as kind, **extra}:
            return f"{kind} {extra}"
        case {}:
            return f"dict {len(value)}"
        case Op.NEG:
            return "the neg"
        case Op(value=v):
            return f"op {v}"
        case type():
            return f"class {value.__name__}"
        case _:
            return f"? {type(value).__name__}"


EXAMPLES = [None, True, -3, -2.5, 4, 1.5, "HI", "", "hello", [], [9], [1, 2, 1], [1, 2, 3, 4], ("a", 2), {"type": "circle", "r": 2},
            {"type": "rect", "w": 1, "h": 2}, {}, {"z": 1}, Op.NEG, Op.ADD, int, {1, 2}, b"bytes", range(2), object]
SOURCE = None
for example in EXAMPLES:
    try:
        print(describe(example))
    except TypeError as error:
        print(type(error).__name__, error)


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


for p in (Point(0, 0), Point(0, 5), Point(3, 3), Point(1, 2), Point("a", None)):
    match p:
        case Point(0, 0):
            print("origin")
        case Point(x=0, y=y):
            print("on y at", y)
        case Point(x, y) if x == y:
            print("diagonal", x)
        case Point(int(), int() as y):
            print("point with y", y)
        case _:
            print("odd")


def run(command):
    match command.split():
        case ["quit" | "exit", *rest]:
            return "bye" + "!" * len(rest)
        case ["go", ("north" | "south" | "east" | "west") as direction]:
            return f"going {direction}"
        case ["go", other]:
            return f"cannot go {other}"
        case ["pick", "up", *items] if items:
            return f"got {' and '.join(items)}"
        case []:
            return "say something"
        case [verb, *_]:
            return f"I do not know {verb}"


for command in ["go north", "go up", "pick up lamp key", "pick up", "", "exit now", "dance"]:
    print(run(command))
match json.loads('{"users": [{"name": "Ann", "roles": ["admin"]}, {"name": "Bob", "roles": []}]}'):
    case {"users": [{"name": first, "roles": [role, *_]}, {"name": second, "roles": []}]}:
        print(first, role, second)
match = "soft keyword"
case = match
print(case)
match Point(1, 2):
    case Point(a, b, c):
        print("too many")
