from contextlib import ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress
import io


class Timer:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, error, trace):
        print("exit", self.name, kind and kind.__name__, error)
        return kind is ValueError


with Timer("a") as a, Timer("b"):
    print("body", a.name)
with Timer("swallows"):
    raise ValueError("gone")
try:
    with Timer("passes"):
        raise KeyError("stays")
except KeyError as error:
    print("after", error)


@contextmanager
def tag(name):
    print(f"<{name}>", end="")
    try:
        yield name
    except RuntimeError as error:
        print(f"[{error}]", end="")
    finally:
        print(f"</{name}>")


with tag("p"):
    print("text", end="")
with tag("q"):
    raise RuntimeError("boom")


@tag("deco")
def decorated():
    print("inside", end="")


decorated()
with ExitStack() as stack:
    for n in range(3):
        stack.enter_context(Timer(n))
    stack.callback(print, "callback", "last in", sep=": ")
with suppress(FileNotFoundError, ZeroDivisionError):
    open("/nowhere/at/all")
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("hidden")
print(repr(buffer.getvalue()))
with closing(io.StringIO("l1\nl2")) as f:
    print(f.readlines())
print(f.closed)
with nullcontext(5) as five:
    print(five)
try:
    with 5:
        pass
except TypeError as error:
    print(error)
