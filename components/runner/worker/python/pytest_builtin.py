"""The fixtures that pytest brings, as far as they are of use here. Run only where a file is tested."""

import collections
import pathlib
import tempfile


class Captured:
    def __init__(self):
        self.streams, self.before = (io.StringIO(), io.StringIO()), (sys.stdout, sys.stderr)

    def __class_getitem__(cls, _kind):
        return cls

    def readouterr(self):
        texts = [each.getvalue() for each in self.streams]
        for each in self.streams:
            each.seek(0)
            each.truncate()
        return collections.namedtuple("CaptureResult", "out err")(*texts)

    def disabled(self):
        return written_to(*self.before)


@contextlib.contextmanager
def written_to(out, err):
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield


@fixture
def capsys():
    captured = Captured()
    with written_to(*captured.streams):
        yield captured


class TemporaryFolders:
    def __init__(self, base):
        self.base = pathlib.Path(base)

    def getbasetemp(self):
        return self.base

    def mktemp(self, name, numbered=True):
        names = (f"{name}{number}" for number in itertools.count()) if numbered else [name]
        made = next((self.base / each for each in names if not (self.base / each).exists()), self.base / name)
        made.mkdir()
        return made


@fixture(scope="session")
def tmp_path_factory():
    with tempfile.TemporaryDirectory() as folder:
        yield TemporaryFolders(folder)


@fixture
def tmp_path(tmp_path_factory, request):
    return tmp_path_factory.mktemp(re.sub(r"\W", "_", request.node.name)[:30])


def found_by(path):
    """What "a.b.C" names, loaded where it is a module."""
    parts = path.split(".")
    found = importlib.import_module(parts[0])
    for count, part in enumerate(parts[1:], 2):
        inner = getattr(found, part, absent)
        found = importlib.import_module(".".join(parts[:count])) if inner is absent else inner
    return found


class MonkeyPatch:
    def __init__(self):
        self._before = contextlib.ExitStack()

    @classmethod
    @contextlib.contextmanager
    def context(cls):
        patch = cls()
        try:
            yield patch
        finally:
            patch.undo()

    def undo(self):
        self._before.close()

    def setattr(self, target, name, value=absent, raising=True):
        if value is absent:
            (target, _, name), value = target.rpartition("."), name
            target = found_by(target)
        self._keep(target, name, raising)
        setattr(target, name, value)

    def delattr(self, target, name=absent, raising=True):
        if name is absent:
            target, _, name = target.rpartition(".")
            target = found_by(target)
        if self._keep(target, name, raising):
            delattr(target, name)

    def _keep(self, target, name, raising):
        is_there = hasattr(target, name)
        if raising and not is_there:
            raise AttributeError(f"{target!r} has no attribute {name!r}")
        # Of a class its own: what it inherits, and what is bound when it is read, is not written into it.
        before = vars(target).get(name, absent) if inspect.isclass(target) else getattr(target, name, absent)
        self._before.callback(lambda: setattr(target, name, before) if before is not absent else hasattr(target, name) and delattr(target, name))
        return is_there

    def _keep_item(self, mapping, name):
        before = mapping.get(name, absent)
        self._before.callback(lambda: mapping.pop(name, None) if before is absent else mapping.__setitem__(name, before))

    def setitem(self, mapping, name, value):
        self._keep_item(mapping, name)
        mapping[name] = value

    def delitem(self, mapping, name, raising=True):
        if name in mapping:
            self._keep_item(mapping, name)
            del mapping[name]
        elif raising:
            raise KeyError(name)

    def setenv(self, name, value, prepend=None):
        self.setitem(os.environ, name, f"{value}{prepend}{os.environ[name]}" if prepend and name in os.environ else str(value))

    def delenv(self, name, raising=True):
        self.delitem(os.environ, name, raising)

    def syspath_prepend(self, path):
        self._before.callback(sys.path.__setitem__, slice(None), [*sys.path])
        sys.path.insert(0, str(path))
        importlib.invalidate_caches()

    def chdir(self, path):
        self._before.callback(os.chdir, os.getcwd())
        os.chdir(path)


@fixture
def monkeypatch():
    with MonkeyPatch.context() as patch:
        yield patch


@fixture
def recwarn():
    with WarningsContext() as recorded:
        yield recorded


class CapturedLog:
    """A handler that keeps what is logged; `logging` is loaded by whoever logs."""

    def __init__(self):
        self.logging = importlib.import_module("logging")
        self.handler, self.records = self.logging.Handler(), []
        self.handler.emit = self.records.append
        self.before = contextlib.ExitStack()

    @property
    def messages(self):
        return [each.getMessage() for each in self.records]

    @property
    def record_tuples(self):
        return [(each.name, each.levelno, each.getMessage()) for each in self.records]

    @property
    def text(self):
        shown = self.logging.Formatter("%(levelname)-8s %(name)s:%(filename)s:%(lineno)d %(message)s")
        return "".join(f"{shown.format(each)}\n" for each in self.records)

    def clear(self):
        self.records.clear()

    def set_level(self, level, logger=None):
        self.before.enter_context(self.at_level(level, logger))

    @contextlib.contextmanager
    def at_level(self, level, logger=None):
        one = self.logging.getLogger(logger)
        before = one.level
        one.setLevel(level)
        try:
            yield
        finally:
            one.setLevel(before)


@fixture
def caplog():
    log = CapturedLog()
    root = log.logging.getLogger()
    root.addHandler(log.handler)
    with log.before:
        yield log
    root.removeHandler(log.handler)


BUILTIN = {each.make.__name__: each for each in (capsys, tmp_path_factory, tmp_path, monkeypatch, recwarn, caplog)}
# What is written past Python's own streams is not told apart from the rest here.
BUILTIN["capfd"] = Fixture(capsys.make)
pytest.fixture, pytest.MonkeyPatch, pytest.CaptureFixture, pytest.LogCaptureFixture = fixture, MonkeyPatch, Captured, CapturedLog
# There is nothing here for hooks to hook into, and every assert of a tested file tells its values; conftest.py may say both.
pytest.hookimpl = pytest.hookspec = lambda function=None, **_options: function or (lambda each: each)
pytest.register_assert_rewrite = lambda *_names: None
pytest.FixtureRequest, pytest.TempPathFactory = Request, TemporaryFolders
# Async fixtures are fixtures here.
pytest_asyncio = types.ModuleType("pytest_asyncio", "What a code room has of pytest-asyncio.")
pytest_asyncio.fixture = lambda make=None, loop_scope=None, **options: fixture(make, **options)
sys.modules.setdefault("pytest_asyncio", pytest_asyncio)
