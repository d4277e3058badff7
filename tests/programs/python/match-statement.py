from dataclasses import dataclass


@dataclass
class Circle:
    radius: float


@dataclass
class Rect:
    width: float
    height: float


def describe(value):
    match value:
        case None | False:
            return "nothing"
        case int(n) if n > 100:
            return f"big {n}"
        case int() | float():
            return f"number {value}"
        case str() as text:
            return f"text of {len(text)}"
        case []:
            return "empty list"
        case [x]:
            return f"one {x}"
        case [first, *rest, last]:
            return f"{first}..{last} with {len(rest)} between"
        case {"type": "user", "name": str(name), **others}:
            return f"user {name} {others}"
        case {"error": {"code": 404 | 410 as code}}:
            return f"gone {code}"
        case Circle(radius=0):
            return "point"
        case Circle(r):
            return f"circle {r}"
        case Rect(width=w, height=h) if w == h:
            return f"square {w}"
        case _:
            return f"other {type(value).__name__}"


for value in (None, True, 7, 101, 2.5, "abc", [], [1], (1, 2, 3, 4), {"type": "user", "name": "Ann", "age": 3}, {"error": {"code": 410}}, Circle(0), Circle(2), Rect(2, 2), Rect(1, 2), {1}, {"type": "user", "name": 5}):
    print(describe(value))
