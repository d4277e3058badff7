"""Generators as coroutines: send, throw, close, return values and delegation."""
import sys
from collections.abc import Generator, Iterator


def averager() -> Generator[float, float, str]:
    total, count = 0.0, 0
    average = 0.0
    try:
        while True:
            try:
                value = yield average
            except ValueError as error:
                print("reset because of", error)
                total, count, average = 0.0, 0, 0.0
                continue
            if value is None:
                return f"{count} values"
            total += value
            count += 1
            average = total / count
    finally:
        print("averager closes")


a = averager()
print(next(a), a.send(10), a.send(20))
print(a.throw(ValueError("bad data")))
print(a.send(5))
try:
    a.send(None)
except StopIteration as stop:
    print("returned", stop.value)

b = averager()
next(b)
b.close()
print(b.gi_frame, b.gi_running)


def flatten(items):
    for item in items:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, (3, [4, [5]])], 6])))


def subtotal():
    total = 0
    while (x := (yield)) is not None:
        total += x
    return total


def grouped(results):
    while True:
        results.append((yield from subtotal()))


results = []
g = grouped(results)
next(g)
for x in [1, 2, 3, None, 10, 20, None]:
    g.send(x)
g.close()
print(results)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self) -> Iterator[int]:
        n = self.n
        while n:
            yield n
            n -= 1

    def __reversed__(self):
        yield from range(1, self.n + 1)

    def __contains__(self, value):
        return 1 <= value <= self.n


c = Countdown(4)
print(*c, *reversed(c), 3 in c, 9 in c)
first, *rest = c
print(first, rest, sum(x * x for x in c), max(c, key=lambda n: -n))


def broken():
    yield 1
    raise StopIteration("inside")


it = broken()
print(next(it))
try:
    next(it)
except RuntimeError as error:
    print(type(error).__name__, error, repr(error.__cause__))

lazy = (print("made", n) or n for n in range(3))
print("nothing yet")
print(next(lazy), list(lazy))
print(next(iter([]), "default"), sys.getrefcount(object()) > 0)
exhausted = iter("ab")
print(list(exhausted), list(exhausted))
print(list(iter(iter([3, 2, 1, 0, 5]).__next__, 0)))


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


from itertools import islice, takewhile

print(list(islice(fibonacci(), 10, 15)), list(takewhile(lambda n: n < 30, fibonacci())))
just = fibonacci()
just.send(3)
