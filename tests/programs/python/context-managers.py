from contextlib import contextmanager, suppress, ExitStack, redirect_stdout
import io

@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    finally:
        print(f"</{name}>")

with tag("b") as x, tag("i"):
    print(x)
with suppress(ZeroDivisionError):
    1 / 0
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("hidden")
print(repr(buffer.getvalue()))
with ExitStack() as stack:
    for n in "xyz":
        stack.enter_context(tag(n))
class Timer:
    def __enter__(self): return self
    def __exit__(self, kind, error, trace):
        print(kind.__name__, error)
        return True
with Timer():
    raise KeyError("k")
with tag("p"):
    raise ValueError("inside")
