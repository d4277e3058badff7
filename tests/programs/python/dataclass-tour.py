from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, replace


@dataclass(order=True)
class Task:
    priority: int
    name: str = field(compare=False)
    tags: list[str] = field(default_factory=list, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    x: float
    y: float = 0.0

    def __post_init__(self):
        if self.x < 0:
            raise ValueError("x must not be negative")


tasks = [Task(3, "c"), Task(1, "a", ["x"]), Task(2, "b")]
print(sorted(tasks), min(tasks))
print(asdict(tasks[1]), astuple(tasks[0]), Task(1, "q") == Task(1, "z"))
p = Point(x=1)
print(p, replace(p, y=2), hash(p) == hash(Point(x=1)), [f.name for f in fields(p)])
for attempt in (lambda: setattr(p, "x", 5), lambda: Point(x=-1), lambda: Point(1, 2), lambda: Task()):
    try:
        attempt()
    except (FrozenInstanceError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    exec("@dataclass\nclass Bad:\n    items: list = []")
except ValueError as error:
    print(error)
match Task(5, "m"):
    case Task(priority=p, name="m") if p > 4:
        print("matched", p)
