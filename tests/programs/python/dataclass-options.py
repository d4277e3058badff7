from __future__ import annotations

import dataclasses
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, make_dataclass, replace
from typing import ClassVar


@dataclass(order=True, frozen=True, slots=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False, repr=False)

    def __str__(self):
        return f"v{self.major}.{self.minor}{self.label and '-' + self.label}"


versions = [Version(1, 2), Version(1), Version(0, 9, "beta"), Version(1, 2, "rc")]
print(sorted(versions))
print(*map(str, sorted(versions, reverse=True)))
print(Version(1, 2) == Version(1, 2, "rc"), hash(Version(1)) == hash(Version(1)), len(set(versions)))
try:
    versions[0].major = 3
except dataclasses.FrozenInstanceError as error:
    print("frozen:", error)
try:
    print(Version(1).__dict__)
except AttributeError as error:
    print(error)


@dataclass
class Account:
    owner: str
    _: KW_ONLY
    balance: int = 0
    history: list[int] = field(default_factory=list)
    opening: InitVar[int | None] = None
    bank: ClassVar[str] = "First"

    def __post_init__(self, opening):
        if opening:
            self.deposit(opening)

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"{amount=} must be positive")
        self.balance += amount
        self.history.append(amount)


ann = Account("Ann", opening=50)
ann.deposit(25)
print(ann, [f.name for f in fields(ann)])
bob = replace(ann, owner="Bob", opening=1)
print(bob, bob.history is ann.history)
print(asdict(ann), astuple(ann))
try:
    Account("x", 3)
except TypeError as error:
    print(error)


@dataclass
class Base:
    a: int
    b: int = 2


@dataclass
class Child(Base):
    c: int = 3
    b: int = 20


print(Child(1), Child(1) == Base(1), Child.__match_args__)
try:

    @dataclass
    class Wrong:
        items: list = []

except ValueError as error:
    print(error)
try:

    @dataclass
    class Order:
        a: int = 1
        b: int

except TypeError as error:
    print(error)
Point = make_dataclass("Point", [("x", int), ("y", int, field(default=0))], namespace={"norm": lambda p: p.x**2 + p.y**2})
print(Point(3, 4).norm(), Point(1), dataclasses.is_dataclass(Point))


@dataclass(eq=False)
class Node:
    value: int
    children: list[Node] = field(default_factory=list)

    def total(self):
        return self.value + sum(child.total() for child in self.children)


root = Node(1, [Node(2), Node(3, [Node(4)])])
print(root.total(), root == Node(1), root)
loop = Node(0)
loop.children.append(loop)
print(loop)
ann.deposit(-1)
