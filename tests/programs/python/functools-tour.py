from functools import cache, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, wraps, cmp_to_key
import operator


@singledispatch
def show(value):
    return f"object {value}"


@show.register
def _(value: int):
    return f"int {value}"


@show.register(list)
def _(value):
    return "list " + ", ".join(map(show, value))


print(show(5), show("x"), show([1, "a", [2]]), show(True))


def logged(prefix="", *, times=1):
    def decorate(function):
        @wraps(function)
        def inner(*args, **kwargs):
            inner.calls += 1
            for _ in range(times):
                result = function(*args, **kwargs)
            print(f"{prefix}{function.__name__}{args}{kwargs or ''} = {result}")
            return result

        inner.calls = 0
        return inner

    return decorate


@logged(">> ", times=2)
def add(a, b=1):
    "Adds."
    return a + b


add(1), add(2, b=3)
print(add.calls, add.__name__, add.__doc__, add.__wrapped__(5))


@lru_cache(maxsize=2)
def square(n):
    print("square", n)
    return n * n


square(1), square(2), square(1), square(3), square(2)
print(square.cache_info())


@cache
def paths(rows, columns):
    return 1 if 1 in (rows, columns) else paths(rows - 1, columns) + paths(rows, columns - 1)


print(paths(16, 16), reduce(operator.mul, range(1, 6)), reduce(lambda a, b: a + [b * 2], [1, 2], []))
base2 = partial(int, base=2)
print(base2("1010"), base2.keywords, partial(print, "a", sep="-").args)


class Cell:
    def set(self, value, loud):
        return value, loud

    loud = partialmethod(set, loud=True)

    @singledispatchmethod
    def add(self, other):
        return NotImplemented

    @add.register
    def _(self, other: str):
        return "str " + other


print(Cell().loud(3), Cell().add("x"), Cell().add(1))
print(sorted(["10", "9", "2"], key=cmp_to_key(lambda a, b: (a + b < b + a) - (a + b > b + a))))
try:
    square([])
except TypeError as error:
    print(error)
