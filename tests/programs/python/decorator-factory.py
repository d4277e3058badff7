import functools
import inspect


def trace(_func=None, *, prefix=">"):
    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            shown = ", ".join([*map(repr, args), *(f"{k}={v!r}" for k, v in kwargs.items())])
            print(f"{prefix} {func.__name__}({shown})")
            result = func(*args, **kwargs)
            print(f"{prefix} = {result!r}")
            return result

        return wrapper

    return decorate if _func is None else decorate(_func)


@trace
def add(a: int, b: int = 2) -> int:
    """Adds."""
    return a + b


@trace(prefix="**")
def greet(name, *, loud=False):
    return name.upper() if loud else name


add(1)
greet("bob", loud=True)
print(add.__name__, add.__doc__, add.__wrapped__(1, 1), inspect.signature(add), add.__annotations__)


def retry(times, exceptions=(Exception,)):
    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args):
            for attempt in range(1, times + 1):
                try:
                    return func(*args)
                except exceptions as error:
                    print(f"attempt {attempt}: {error}")
                    if attempt == times:
                        raise

        wrapper.calls = 0
        return wrapper

    return decorate


state = {"n": 0}


@retry(3, (ValueError,))
def flaky():
    state["n"] += 1
    if state["n"] < 3:
        raise ValueError(f"no {state['n']}")
    return "yes"


print(flaky(), flaky.calls)


class CountCalls:
    def __init__(self, func):
        functools.update_wrapper(self, func)
        self.func, self.count = func, 0

    def __call__(self, *args):
        self.count += 1
        return self.func(*args)

    def __get__(self, instance, owner):
        return functools.partial(self, instance)


@CountCalls
def square(n):
    return n * n


class Robot:
    registry = {}

    @CountCalls
    def move(self, n):
        return f"moved {n}"

    @functools.cached_property
    def expensive(self):
        print("computing")
        return 42

    @classmethod
    def register(cls, name):
        def keep(func):
            cls.registry[name] = func
            return func

        return keep


@Robot.register("hi")
def hello():
    return "hello"


print([square(n) for n in range(3)], square.count, Robot().move(3), Robot.registry["hi"]())
r = Robot()
print(r.expensive, r.expensive, r.__dict__)


def singleton(cls):
    instances = {}

    @functools.wraps(cls, updated=())
    def get(*args):
        if cls not in instances:
            instances[cls] = cls(*args)
        return instances[cls]

    return get


@singleton
class Config:
    def __init__(self, path="x"):
        self.path = path


print(Config("a") is Config("b"), Config().path, Config.__name__)


@functools.singledispatch
def show(value):
    return f"? {value!r}"


@show.register
def _(value: int | float):
    return f"number {value}"


@show.register(list)
def _(value):
    return [show(v) for v in value]


print(show([1, 2.5, "x", [True]]), show.dispatch(bool).__name__)


@functools.total_ordering
class Grade:
    def __init__(self, letter):
        self.letter = letter

    def __eq__(self, other):
        return self.letter == other.letter

    def __lt__(self, other):
        return self.letter > other.letter

    __repr__ = lambda self: self.letter


print(sorted([Grade("B"), Grade("A"), Grade("C")]), Grade("A") >= Grade("B"))
print(functools.reduce(lambda f, g: lambda x: g(f(x)), [lambda x: x + 1, str, list])(99))


@functools.lru_cache(maxsize=2)
def slow(n):
    return n


[slow(n) for n in (1, 2, 1, 3, 2)]
print(slow.cache_info(), slow.cache_parameters())
flaky = retry(2)(lambda: 1 / 0)
flaky()
