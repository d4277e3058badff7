"""What files for pytest name of it: raises, warns, approx, mark, param, skip. Run only where a file is tested; fixtures are in pytest_fixtures.py."""

import math
import warnings


class Failed(BaseException):
    """As in pytest, no `except Exception` of a test takes it."""


class XFailed(BaseException):
    pass


class RaisesContext:
    def __init__(self, expected, match=None):
        self.expected, self.pattern = expected, match
        self.type = self.value = self.tb = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        names = " or ".join(each.__name__ for each in (self.expected if isinstance(self.expected, tuple) else (self.expected,)))
        if error is None:
            raise Failed(f"{names} was not raised.")
        if not isinstance(error, self.expected):
            return False
        self.type, self.value, self.tb = kind, error, traceback
        if self.pattern is not None:
            self.match(self.pattern)
        return True

    @property
    def typename(self):
        return self.type.__name__

    def exconly(self, tryshort=False):
        return "".join(traceback.format_exception_only(self.type, self.value)).strip()

    def match(self, pattern):
        if not re.search(pattern, str(self.value)):
            raise AssertionError(f"{getattr(pattern, 'pattern', pattern)!r} is not in {str(self.value)!r}.")
        return True


def raises(expected, *call, **values):
    if not call:
        return RaisesContext(expected, **values)
    with RaisesContext(expected) as context:
        call[0](*call[1:], **values)
    return context


class WarningsContext(warnings.catch_warnings):
    """What was warned of: a list of what `warnings` records."""

    def __init__(self, expected=None, match=None):
        super().__init__(record=True)
        self.expected, self.pattern, self.list = expected, match, []

    def __enter__(self):
        self.list = super().__enter__()
        warnings.simplefilter("always")
        return self

    def __exit__(self, kind, *error):
        super().__exit__(kind, *error)
        if kind is None and self.expected is not None and not any(map(self.fits, self.list)):
            told = ", ".join(f"{each.category.__name__}: {each.message}" for each in self.list) or "nothing"
            raise Failed(f"The expected warning did not come. Warned of: {told}.")

    def fits(self, warning):
        return issubclass(warning.category, self.expected) and (self.pattern is None or re.search(self.pattern, str(warning.message)))

    def pop(self, kind=Warning):
        return self.list.pop(next(at for at, each in enumerate(self.list) if issubclass(each.category, kind)))

    def clear(self):
        self.list.clear()

    def __getitem__(self, at):
        return self.list[at]

    def __len__(self):
        return len(self.list)


def warns(expected=Warning, *call, **values):
    if not call:
        return WarningsContext(expected, **values)
    with WarningsContext(expected):
        return call[0](*call[1:], **values)


def deprecated_call(*call, **values):
    return warns((DeprecationWarning, PendingDeprecationWarning, FutureWarning), *call, **values)


def is_number(value):
    """Its kind is asked: an object may have any attribute. A length of time has a size too, and is compared exactly."""
    kind = type(value)
    return hasattr(kind, "__abs__") and (hasattr(kind, "__float__") or hasattr(kind, "__complex__"))


class approx:
    # numpy leaves comparing to it.
    __array_ufunc__, __array_priority__, __hash__ = None, 100, None

    def __init__(self, expected, rel=None, abs=None, nan_ok=False):
        self.expected, self.nan_ok = expected, nan_ok
        self.relative = 1e-6 if rel is None and abs is None else rel or 0
        self.absolute = 1e-12 if abs is None else abs

    def __eq__(self, actual):
        return self.near(actual, self.expected)

    def __bool__(self):
        raise AssertionError("approx() is to be compared: assert value == approx(…).")

    def near(self, actual, expected):
        # Arrays of numpy, and its numbers.
        actual, expected = (each.tolist() if hasattr(type(each), "tolist") else each for each in (actual, expected))
        if isinstance(expected, dict):
            return isinstance(actual, dict) and actual.keys() == expected.keys() and all(self.near(actual[key], expected[key]) for key in expected)
        if isinstance(expected, (list, tuple)):
            return hasattr(type(actual), "__len__") and len(actual) == len(expected) and all(map(self.near, actual, expected))
        if not is_number(expected) or not is_number(actual):
            return actual == expected
        if expected != expected:
            return self.nan_ok and actual != actual
        # All is as near to infinity as that is large, and yet nothing else is near it.
        if actual == expected or math.isinf(abs(expected)):
            return actual == expected
        # Decimals are not computed with floats.
        exact = type(expected) if type(expected).__name__ == "Decimal" else lambda value: value
        return abs(actual - expected) <= max(exact(self.relative) * abs(expected), exact(self.absolute))

    def __repr__(self):
        return f"approx({self.expected!r})"


class Mark:
    """Of `pytest.mark`: those that change nothing here are left as they are."""

    def __init__(self, name, args=(), kwargs=None):
        self.name, self.args, self.kwargs = name, args, kwargs or {}

    @property
    def mark(self):
        return self

    def __call__(self, *args, **kwargs):
        if len(args) == 1 and not kwargs and callable(args[0]) and getattr(args[0], "__name__", "") != "<lambda>":
            return marked(args[0], self)
        return Mark(self.name, (*self.args, *args), {**self.kwargs, **kwargs})

    def holds(self, names):
        """Of skipif and xfail: without a condition, or by one of them, which may be a text."""
        conditions = (self.kwargs["condition"],) if "condition" in self.kwargs else self.args
        return not conditions or any(self.evaluated(each, names) if isinstance(each, str) else each for each in conditions)

    def evaluated(self, condition, names):
        try:
            return eval(condition, {"os": os, "sys": sys, "platform": importlib.import_module("platform"), **names})
        except Exception as error:
            raise ValueError(f"The condition {condition!r} of {self.name} cannot be evaluated. A sentence is given as reason=…") from error


class Marks:
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return Mark(name)


def own_marks(target):
    """The innermost one first. Those of a class without those of its bases."""
    found = vars(target).get("pytestmark", [])
    return [each for each in (found if isinstance(found, (list, tuple)) else [found]) if isinstance(each, Mark)]


def marked(test, mark):
    target = getattr(test, "__func__", test)
    target.pytestmark = [*own_marks(target), mark]
    return test


class ParameterSet:
    def __init__(self, *values, id=None, marks=()):
        self.values, self.id, self.marks = values, id, marks if isinstance(marks, (list, tuple)) else [marks]


def skip(reason="", **_options):
    raise unittest.SkipTest(reason)


def importorskip(name, *_given, reason=None, **_options):
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise unittest.SkipTest(reason or str(error)) from None


def fail_test(reason="", **_options):
    raise Failed(reason)


def expect_failure(reason=""):
    raise XFailed(reason)


def end_tests(reason="", **_options):
    raise SystemExit(reason)


skip.Exception, fail_test.Exception, expect_failure.Exception = unittest.SkipTest, Failed, XFailed
pytest = types.ModuleType("pytest", "What a code room has of pytest.")
for each in (raises, warns, deprecated_call, approx, skip, importorskip):
    setattr(pytest, each.__name__, each)
pytest.fail, pytest.xfail, pytest.exit, pytest.param, pytest.mark = fail_test, expect_failure, end_tests, ParameterSet, Marks()
pytest.ExceptionInfo, pytest.WarningsRecorder, pytest.Mark, pytest.MarkDecorator = RaisesContext, WarningsContext, Mark, Mark
# That of the file itself is called under the name of a program, but some call it always.
pytest.main = lambda *_given, **_options: 0
sys.modules.setdefault("pytest", pytest)
