import contextlib
import io
import sys


class Resource:
    opened = []

    def __init__(self, name, fails=False, hides=False):
        self.name, self.fails, self.hides = name, fails, hides

    def __enter__(self):
        if self.fails:
            raise OSError(f"{self.name} cannot be opened")
        self.opened.append(self.name)
        print("open", self.name)
        return self

    def __exit__(self, kind, error, traceback):
        self.opened.remove(self.name)
        print("close", self.name, kind and kind.__name__, error)
        return self.hides


with contextlib.ExitStack() as stack:
    for name in "abc":
        stack.enter_context(Resource(name))
    stack.callback(print, "callback", 1)
    stack.push(lambda *args: print("pushed", args[0]))
    print(Resource.opened)
try:
    with Resource("outer"), Resource("inner", fails=True):
        print("never")
except OSError as error:
    print(error, Resource.opened)
with Resource("hider", hides=True):
    raise KeyError("hidden")
print("went on")


@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    except ZeroDivisionError:
        print("caught in tag")
        raise ValueError("translated") from None
    finally:
        print(f"</{name}>")


with tag("p") as p, tag("b"):
    print(p)
try:
    with tag("i"):
        1 / 0
except ValueError as error:
    print(repr(error), error.__cause__, error.__suppress_context__)


@tag("decorated")
def work():
    return 5


print(work(), work())
with contextlib.suppress(FileNotFoundError, KeyError):
    {}["x"]
out = io.StringIO()
with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
    print("captured")
    print("err", file=sys.stderr)
print(repr(out.getvalue()))
with contextlib.closing(io.StringIO("text")) as f, contextlib.nullcontext(3) as n:
    print(f.read(), n)
print(f.closed)


class Transaction:
    def __init__(self):
        self.data, self.backup = {"n": 1}, None

    def __enter__(self):
        self.backup = dict(self.data)
        return self.data

    def __exit__(self, kind, *_):
        if kind:
            self.data = self.backup


t = Transaction()
with t as data:
    data["n"] = 2
try:
    with t as data:
        data["n"] = 99
        raise RuntimeError("abort")
except RuntimeError as error:
    print(error, t.data)


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


try:
    with twice():
        pass
except RuntimeError as error:
    print(error)


@contextlib.contextmanager
def never():
    return
    yield


try:
    with never():
        pass
except RuntimeError as error:
    print(error)
with (
    Resource("x") as x,
    Resource("y") as y,
):
    print(x.name, y.name)
try:
    with object():
        pass
except TypeError as error:
    print(type(error).__name__)


class Bad:
    def __enter__(self):
        return self

    def __exit__(self, *_):
        raise ValueError("while closing")


with Bad():
    raise KeyError("first")
