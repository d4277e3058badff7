"""What most files for pytest use of it: raises, approx, mark, fixture, skip. Run only where a file is tested."""

import collections
import itertools
import math
import pathlib
import tempfile


class RaisesContext:
    def __init__(self, expected, match=None):
        self.expected, self.pattern = expected, match
        self.type = self.value = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, _traceback):
        names = " or ".join(each.__name__ for each in (self.expected if isinstance(self.expected, tuple) else (self.expected,)))
        if error is None:
            raise AssertionError(f"{names} was not raised.")
        if not isinstance(error, self.expected):
            return False
        self.type, self.value = kind, error
        if self.pattern is not None:
            self.match(self.pattern)
        return True

    @property
    def typename(self):
        return self.type.__name__

    def match(self, pattern):
        if not re.search(pattern, str(self.value)):
            raise AssertionError(f"{getattr(pattern, 'pattern', pattern)!r} is not in {str(self.value)!r}.")
        return True


def raises(expected, *call, match=None, **values):
    context = RaisesContext(expected, match)
    if not call:
        return context
    with context:
        call[0](*call[1:], **values)
    return context


class approx:
    def __init__(self, expected, rel=None, abs=None, nan_ok=False):
        self.expected, self.nan_ok = expected, nan_ok
        self.relative = 1e-6 if rel is None and abs is None else rel or 0
        self.absolute = 1e-12 if abs is None else abs

    def __eq__(self, actual):
        return self.near(actual, self.expected)

    def near(self, actual, expected):
        if isinstance(expected, dict):
            return isinstance(actual, dict) and actual.keys() == expected.keys() and all(self.near(actual[key], expected[key]) for key in expected)
        if isinstance(expected, (list, tuple)):
            return len(actual) == len(expected) and all(map(self.near, actual, expected))
        if not isinstance(expected, (int, float)) or not hasattr(actual, "__float__"):
            return actual == expected
        if math.isnan(expected):
            return self.nan_ok and math.isnan(actual)
        return actual == expected or abs(actual - expected) <= max(self.relative * abs(expected), self.absolute)

    def __repr__(self):
        return f"approx({self.expected!r})"


class Mark:
    """`pytest.mark`: those that change nothing here are left as they are."""

    def __getattr__(self, name):
        def mark(*given, **values):
            if not values and len(given) == 1 and callable(given[0]) and name != "parametrize":
                return marked(given[0], (name, (), {}))
            return lambda test: marked(test, (name, given, values))

        return mark


def marked(test, mark):
    test._marks = [mark, *getattr(test, "_marks", ())]
    return test


class Fixture:
    def __init__(self, make, autouse=False, name=None, **_options):
        self.make, self.autouse, self.name = make, autouse, name or make.__name__

    def __call__(self, *_values):
        raise TypeError(f"{self.name} is a fixture: name it as a parameter of the test.")


def fixture(make=None, **options):
    return Fixture(make, **options) if make else lambda function: Fixture(function, **options)


def skip(reason="", **_options):
    raise unittest.SkipTest(reason)


def fail_test(reason="", **_options):
    raise AssertionError(reason)


def param(*values, id=None, **_options):
    return values if len(values) > 1 else values[0]


def expanded(name, function, run, module, settle):
    """One test for each combination of its parameters."""
    marks = getattr(function, "_marks", [])
    axes = []
    for kind, given, values in marks:
        if kind == "skip" or (kind == "skipif" and given[0]):
            yield name, lambda: skip()
            return
        if kind == "parametrize":
            names = [each.strip() for each in given[0].split(",")] if isinstance(given[0], str) else list(given[0])
            axes.append([dict(zip(names, case if len(names) > 1 else (case,))) for case in given[1]])
    fails = any(kind == "xfail" for kind, _, _ in marks)
    for chosen in itertools.product(*axes):
        values = {key: value for each in chosen for key, value in each.items()}
        label = f"{name}[{'-'.join(short(value) for value in values.values())}]" if axes else name
        yield label, lambda values=values: with_fixtures(function, run, values, module, fails, settle)


def asked_for(function, values=()):
    """The parameters that are fixtures: not those that have a value already, nor the first ones, which `patch` fills with mocks."""
    kinds = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    found = [each for each in inspect.signature(function).parameters.values() if each.kind in kinds and each.name != "self"]
    names = [each.name for each in found if each.default is each.empty or each.name in values]
    # Whoever patches has loaded it; where `new` is named, or what is to be patched is a keyword, no parameter is filled.
    default = getattr(sys.modules.get("unittest.mock"), "DEFAULT", missing)
    mocks = [each for each in getattr(function, "patchings", ()) if each.new is default and not each.attribute_name]
    return names[len(mocks) :]


def with_fixtures(function, run, values, module, fails, settle):
    """An async test has ended before what its fixtures gave is taken away; a fixture goes on where it yielded, however the test ended."""
    with contextlib.ExitStack() as stack:
        known = {each.name: each for each in vars(module).values() if isinstance(each, Fixture)}
        made = dict(values)

        def value_of(name):
            if name not in made:
                made[name] = make(name)
            return made[name]

        def make(name):
            if name in known:
                given = settle(known[name].make(**{each: value_of(each) for each in asked_for(known[name].make)}))
                if inspect.isgenerator(given):
                    stack.callback(next, given, None)
                    return next(given)
                if inspect.isasyncgen(given):
                    stack.callback(lambda: settle(anext(given, None)))
                    return settle(anext(given))
                return given
            if name in BUILTIN:
                return stack.enter_context(BUILTIN[name]())
            raise LookupError(f"There is no fixture {name}. Define one with @pytest.fixture in this file.")

        for each in known.values():
            if each.autouse:
                value_of(each.name)
        arguments = {each: value_of(each) for each in asked_for(function, values)}
        if not fails:
            return settle(run(**arguments))
        try:
            settle(run(**arguments))
        except Exception:
            return None
        raise AssertionError("It passed, and was expected to fail.")


class Captured:
    def __init__(self, out, err):
        self.streams = out, err

    def readouterr(self):
        texts = [each.getvalue() for each in self.streams]
        for each in self.streams:
            each.seek(0)
            each.truncate()
        return collections.namedtuple("CaptureResult", "out err")(*texts)


@contextlib.contextmanager
def capsys():
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield Captured(out, err)


@contextlib.contextmanager
def tmp_path():
    with tempfile.TemporaryDirectory() as folder:
        yield pathlib.Path(folder)


BUILTIN = {"capsys": capsys, "tmp_path": tmp_path}
pytest = types.ModuleType("pytest", "What a code room has of pytest.")
pytest.fail = fail_test
for each in (raises, approx, fixture, skip, param):
    setattr(pytest, each.__name__, each)
pytest.mark = Mark()
sys.modules.setdefault("pytest", pytest)
