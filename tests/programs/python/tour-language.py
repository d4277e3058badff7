import contextlib, io, logging, argparse, sys, warnings, types, inspect, abc
@contextlib.contextmanager
def cm(n):
    print("in", n)
    try: yield n
    except ValueError as e: print("caught", e)
    finally: print("out", n)
with cm(1) as a, cm(2): raise ValueError("v")
with contextlib.suppress(KeyError): {}["x"]
with contextlib.redirect_stdout(io.StringIO()) as s: print("hidden")
print(repr(s.getvalue()))
with contextlib.ExitStack() as st: st.enter_context(cm(3)); st.callback(print, "cb")
logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s"); logging.info("info %d", 5); logging.debug("no"); logging.getLogger("x").warning("warn")
try: 1/0
except ZeroDivisionError: logging.exception("bad")
p = argparse.ArgumentParser(prog="p"); p.add_argument("n", type=int); p.add_argument("-v", "--verbose", action="store_true"); p.add_argument("--name", default="x", choices=["x", "y"])
print(p.parse_args(["3", "-v"])); p.print_help()
try: p.parse_args(["abc"])
except SystemExit as e: print("exit", e.code)
class A(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
    @property
    def v(self): return 1
    @staticmethod
    def s(): return 2
    @classmethod
    def c(cls): return cls.__name__
try: A()
except TypeError as e: print(e)
class B(A):
    def f(self): return super().f()
    def __repr__(self): return "B()"
    def __eq__(self, o): return isinstance(o, B)
    def __getattr__(self, n): return f"attr {n}"
    def __init_subclass__(cls, **k): print("sub", cls.__name__, k)
class Cc(B, x=1): pass
b = B(); print(b.f(), b.v, B.s(), Cc.c(), b == B(), b.foo, B.__mro__, inspect.signature(cm), Cc.__bases__)
try: hash(b)
except TypeError as e: print(e)
print(inspect.getsource(cm).splitlines()[1])
def deco(n):
    def d(f):
        import functools
        @functools.wraps(f)
        def w(*a, **k): print("before", n); r = f(*a, **k); print("after"); return r
        return w
    return d
@deco(3)
def hi(x, *, y=1): "doc"; return x + y
print(hi(1, y=2), hi.__name__, hi.__doc__)
def g():
    x = yield 1
    print("got", x)
    try: yield 2
    except GeneratorExit: print("closed"); raise
    finally: print("fin")
it = g(); print(next(it), it.send("s")); it.close()
def y2(): r = yield from y3(); print("r", r)
def y3(): yield 1; return "ret"
print(list(y2()))
def match(x):
    match x:
        case 0 | 1: return "small"
        case [a, b, *rest]: return f"seq {a} {b} {rest}"
        case {"type": "c", "r": r}: return f"circle {r}"
        case str() as s if len(s) > 3: return "long"
        case int(n): return f"int {n}"
        case _: return "other"
print([match(v) for v in (0, [1,2,3], {"type": "c", "r": 5}, "abcd", 9, "a", None)])
n = 3.14159; name = "x"; print(f"{n:.2f} {n:>10.1f} {n=} {name!r:>5} {1000000:,} {255:#x} {255:08b} {0.5:%} {'a':*^5} {n:e} {10**10:_} {name.upper()} {{}} {[i for i in range(3)]}")
print(*[1,2], sep="-", end="!\n"); print("a" "b", "%s %d %05.1f %r" % ("s", 3, 2.5, "q"), "{:>5}|{0!r}".format if 0 else "{:>5}|{!r}".format("a", "b"))
