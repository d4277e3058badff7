/** Test files in Python as pytest runs them: which tests there are, what they are given, and how they count. In the interpreter of rooms, without a browser. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, it } from 'node:test';
import { loadPyodide } from 'pyodide';
import type { PyProxy } from 'pyodide/ffi';

const OF_PYTHON = ['event_loop', 'streams', 'results', 'manners', 'impossible', 'program'];
const OF_A_TEST = ['testing', 'test_file', 'pytest_names', 'pytest_fixtures', 'pytest_builtin', 'pytest_tests'];

const pyodide = await loadPyodide({ env: { HOME: '/home/pyodide', PYTHONHASHSEED: '0' } });
let printed = '';
const keep = {
  write(bytes: Uint8Array) {
    printed += new TextDecoder().decode(bytes);
    return bytes.length;
  },
};
pyodide.setStdout(keep);
pyodide.setStderr(keep);
const machine = pyodide.globals.get('dict')() as PyProxy & {
  get(name: string): (...given: unknown[]) => unknown;
  set(name: string, value: unknown): void;
};
const load = (name: string) =>
  pyodide.runPython(
    readFileSync(new URL(`../../components/runner/worker/python/${name}.py`, import.meta.url), 'utf8'),
    { globals: machine, filename: '<code-room>' },
  );
for (const name of OF_PYTHON) load(name);
const ofPrograms = machine.get('modules_of');
machine.get('begin')(
  false,
  () => undefined,
  () => false,
  (kind: string, text: string) => {
    printed += `[${kind}: ${text}]`;
  },
  () => {},
);
after(() => machine.destroy());

interface Cases {
  kind: string;
  count: number;
  failed: number;
  skipped: number;
  failures: { name: string; state: string; reason: string; line?: number }[];
}

/** What the page is told of the first of the files, the others beside it. */
function cases(files: Record<string, string>): Cases | undefined {
  printed = '';
  const [[fileName, source] = ['', '']] = Object.entries(files);
  pyodide.runPython(
    'import importlib, os, shutil, sys\nos.chdir("/home/pyodide")\nfor each in os.listdir("."): shutil.rmtree(each) if os.path.isdir(each) else os.remove(each)\nfor each in [name for name, module in sys.modules.items() if name.startswith("pytest") or str(getattr(module, "__file__", "")).startswith("/home/pyodide")]: del sys.modules[each]\nimportlib.invalidate_caches()',
  );
  // A room’s interpreter tests one file.
  machine.set('modules_of', ofPrograms);
  for (const name of OF_A_TEST) load(name);
  for (const [name, text] of Object.entries(files)) {
    pyodide.FS.mkdirTree(`/home/pyodide/${name}`.replace(/\/[^/]*$/, ''));
    pyodide.FS.writeFile(`/home/pyodide/${name}`, text);
  }
  load('room_files');
  machine.get('place')(fileName, Object.keys(files).join('\n'));
  let told: Cases | undefined;
  machine.get('begin_test')('{"kind":"code"}', (report: string) => {
    told = JSON.parse(report);
  });
  machine.get('run')(source, fileName, 0, false, '');
  return told;
}

const of = (source: string, others: Record<string, string> = {}) => cases({ 'test_a.py': source, ...others });
const names = (found: Cases | undefined) => found?.failures.map(({ name, reason }) => `${name}: ${reason}`);

/** All pass, so many of them; so many are skipped. */
function pass(source: string, count: number, skipped = 0, others: Record<string, string> = {}): void {
  const found = of(source, others);
  assert.deepEqual(found?.failures, [], printed);
  assert.deepEqual([found?.count, found?.skipped], [count, skipped], printed);
}

it('compares near numbers: nothing but infinity is near it', () => {
  pass(
    `from pytest import approx
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
def test_near():
    assert 0.1 + 0.2 == approx(0.3) and [0.1 + 0.2, 1] == approx([0.3, 1]) and {"a": 1.0000001} == approx({"a": 1})
    assert 105 == approx(100, rel=0.1) and 100.4 == approx(100, abs=0.5) and 1 + 1e-9j == approx(1)
    assert Decimal("0.30000001") == approx(Decimal("0.3")) and Fraction(1, 3) == approx(1 / 3)
    assert float("inf") == approx(float("inf")) and float("nan") == approx(float("nan"), nan_ok=True)
def test_far():
    assert 0 != approx(float("inf")) and float("-inf") != approx(float("inf")) and 1e308 != approx(float("inf"))
    assert float("inf") != approx(1) and float("nan") != approx(float("nan")) and float("nan") != approx(1)
    assert 100.6 != approx(100, abs=0.5) and None != approx(1) and None != approx([1]) and "a" != approx(1)
    assert Decimal("0.301") != approx(Decimal("0.3"))
def test_times():
    assert timedelta(1) == approx(timedelta(1)) and timedelta(1, 1e-3) != approx(timedelta(1)) and 1 != approx(timedelta(1)) != 1
`,
    3,
  );
});

it('counts an expected failure as pytest does', () => {
  const found = of(`import sys, pytest
@pytest.mark.xfail
def test_fails(): assert False
@pytest.mark.xfail
def test_passes_yet(): pass
@pytest.mark.xfail(strict=True)
def test_strict(): pass
@pytest.mark.xfail(sys.platform == "win32", reason="paths")
def test_elsewhere(): assert 1 == 2
@pytest.mark.xfail("sys.platform == 'win32'")
def test_text(): assert 1 == 2
@pytest.mark.xfail(condition=False, reason="no")
def test_named(): assert 1 == 2
@pytest.mark.xfail("sys.version_info > (3,)")
def test_true(): assert 1 == 2
@pytest.mark.xfail(raises=ValueError)
def test_other(): raise KeyError("a")
@pytest.mark.xfail(raises=(ValueError, KeyError))
def test_this(): raise KeyError("a")
@pytest.mark.xfail(run=False)
def test_never(): raise SystemExit
def test_by_itself(): pytest.xfail("known")
@pytest.mark.xfail
def test_skips(): pytest.skip("later")
@pytest.mark.parametrize("n", [1, pytest.param(2, marks=pytest.mark.xfail), pytest.param(3, marks=[pytest.mark.skip], id="three")])
def test_of_one(n): assert n == 1
`);
  assert.deepEqual(names(found), [
    'test_strict: It passed, and was expected to fail.',
    'test_elsewhere: 1 != 2',
    'test_text: 1 != 2',
    'test_named: 1 != 2',
    "test_other: KeyError: 'a'",
  ]);
  assert.deepEqual([found?.count, found?.skipped], [15, 2]);
});

it('runs what a class inherits, after its setup, by its marks and parameters', () => {
  pass(
    `import pytest
log = []
def setup_module(module): log.append(module.__name__)
def setup_function(function): log.append(function.__name__)
class Base:
    @classmethod
    def setup_class(cls): cls.log = [cls.__name__]
    def setup_method(self, method): self.log.append(method.__name__)
    def teardown_method(self): self.log.append("down")
    def test_inherited(self): assert self.log == [type(self).__name__, "test_inherited"]
    @classmethod
    def teardown_class(cls): log.append("end of " + cls.__name__)
class TestOne(Base):
    def test_own(self): assert self.log == ["TestOne", "test_inherited", "down", "test_own"]
class TestTwo(Base):
    @staticmethod
    def test_static(): assert log == ["test_a", "end of TestOne"]
class TestOuter:
    class TestInner:
        def test_inner(self, request): assert request.node.nodeid == "test_a.py::TestOuter::TestInner::test_inner"
@pytest.mark.skip(reason="not now")
class TestSkipped:
    def test_a(self): assert False
@pytest.mark.parametrize("n", [1, 2])
class TestMany:
    @pytest.mark.parametrize("m", [3])
    def test_n(self, n, m): assert n < m
class TestNoTests:
    __test__ = False
    def test_a(self): assert False
def test_end(): assert log == ["test_a", "end of TestOne", "end of TestTwo", "test_end"]
`,
    9,
    1,
  );
});

it('heeds the marks of a whole file, also for unittest’s classes', () => {
  const tests =
    'def test_a(): assert False\nclass TestA(unittest.TestCase):\n    def test_b(self): self.fail()\n    @unittest.skip("no")\n    def test_c(self): self.fail()\n';
  const head = 'import sys, pytest, unittest\n';
  pass(`${head}pytestmark = pytest.mark.skip\n${tests}`, 3, 3);
  pass(
    `${head}pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.version_info > (3,), reason="old")]\n${tests}`,
    3,
    3,
  );
  pass(`${head}pytestmark = pytest.mark.xfail\n${tests}`, 3, 1);
  pass('import pytest\npytest.skip("not here", allow_module_level=True)\ndef test_a(): assert False\n', 1, 1);
  pass('import pytest\nnothing = pytest.importorskip("no_such_module")\ndef test_a(): assert False\n', 1, 1);
});

it('makes fixtures once in their scope, and takes them away at its end', () => {
  pass(
    `import pytest
log = []
@pytest.fixture(scope="module")
def whole():
    log.append("whole")
    yield len(log)
    log.append("whole ends")
@pytest.fixture(scope="class")
def per_class(whole):
    log.append("class")
    yield whole
    log.append("class ends")
@pytest.fixture
def each(whole, request):
    log.append("each")
    request.addfinalizer(lambda: log.append("each ends"))
    return request.node.name
class TestA:
    def test_1(self, per_class, each): assert log == ["whole", "class", "each"] and each == "test_1"
    def test_2(self, per_class): assert log == ["whole", "class", "each", "each ends"]
class TestB:
    def test_1(self, per_class): assert log[4:] == ["class ends", "class"]
def test_plain(whole): assert whole == 1 and log[4:] == ["class ends", "class", "class ends"]
`,
    4,
  );
});

it('tells a fixture its parameter, and runs the test for each', () => {
  const found = of(`import pytest
log = []
@pytest.fixture(params=["a", "b"], ids=["first", None], scope="module")
def letter(request):
    log.append(request.param)
    yield request.param
    log.append(request.param + " ends")
@pytest.fixture(params=[1, pytest.param(2, id="two")])
def digit(request, letter): return letter + str(request.param)
def test_digit(digit): assert digit == 0
@pytest.fixture
def user(request): return {"name": request.param, "default": getattr(request, "other", 5)}
@pytest.mark.parametrize("user", ["Ada"], indirect=True)
def test_user(user): assert user == {"name": "Ada", "default": 5}
@pytest.mark.parametrize("user, n", [("Ada", 1), ("Bob", 2)], indirect=["user"], ids=lambda value: value)
def test_users(user, n): assert (user["name"], n) == 0
@pytest.mark.parametrize("x", [0, 1])
@pytest.mark.parametrize("y", [2, 3], ids=["two", "three"])
def test_xy(x, y): assert (x, y) == 0
@pytest.mark.parametrize("n", [])
def test_none(n): pass
@pytest.mark.parametrize("a, b", [(1, 2, 3)])
def test_three(a, b): pass
@pytest.mark.parametrize("nn", [1])
def test_other(n=1): pass
def test_no_param(user): pass
def test_last(): assert log == ["a", "a ends", "b", "b ends"] or log
`);
  assert.deepEqual(names(found), [
    "test_digit[first-1]: 'a1' != 0",
    "test_digit[first-two]: 'a2' != 0",
    "test_digit['b'-1]: 'b1' != 0",
    "test_digit['b'-two]: 'b2' != 0",
    "test_users[Ada-1]: ('Ada', 1) != 0",
    "test_users[Bob-2]: ('Bob', 2) != 0",
    'test_xy[two-0]: (0, 2) != 0',
    'test_xy[two-1]: (1, 2) != 0',
    'test_xy[three-0]: (0, 3) != 0',
    'test_xy[three-1]: (1, 3) != 0',
    'test_three: ValueError: parametrize names a, b, and gives 1, 2, 3.',
    'test_other: ValueError: It has no parameter nn, which parametrize names.',
    'test_no_param: AttributeError: There is no request.param here: the fixture has no params.',
  ]);
  assert.equal(found?.skipped, 1);
});

it('finds fixtures of a class, of conftest.py in the folders above, and those that need no name', () => {
  pass(
    `import pytest, unittest
@pytest.fixture
def account(account): return [*account, "file"]
def test_account(account): assert account == ["room", "file"]
class TestBank:
    @pytest.fixture(autouse=True)
    def ready(self): self.is_ready = True
    @pytest.fixture
    def account(self, account): return [*account, self.is_ready]
    def test_account(self, account): assert account == ["room", "file", True] and self.is_ready
    def test_log(self, used, log): assert log[-1] == "used"
@pytest.mark.usefixtures("used")
class TestUsed:
    def test_used(self, log): assert log.count("used") == 2
class TestUnit(unittest.TestCase):
    @pytest.fixture(autouse=True)
    def take(self, account, capsys): self.account, self.capsys = account, capsys
    def setUp(self): self.size = len(self.account)
    def test_unit(self):
        print("hidden")
        assert self.size == 2 and self.capsys.readouterr().out == "hidden\\n"
@pytest.fixture(name="renamed")
def _made(): return 1
def test_renamed(renamed, request): assert renamed == 1 and request.getfixturevalue("account")[0] == "room"
`,
    6,
    0,
    {
      'conftest.py':
        'import pytest\nwords = []\n@pytest.fixture\ndef account(): return ["room"]\n@pytest.fixture\ndef used(): words.append("used")\n@pytest.fixture(scope="session")\ndef log(): return words\n',
    },
  );
});

it('takes conftest.py from the room down to the folder of the file', () => {
  const found = cases({
    'tests/unit/test_a.py': 'def test_a(here, there, bank): assert (here, there, bank) == ("unit", "room", 5)\n',
    'conftest.py':
      'import pytest\n@pytest.fixture\ndef here(): return "room"\n@pytest.fixture\ndef there(): return "room"\n',
    'tests/unit/conftest.py':
      'import pytest\nfrom bank import money\n@pytest.fixture\ndef here(): return "unit"\n@pytest.fixture\ndef bank(): return money\n',
    'bank.py': 'money = 5\n',
  });
  assert.deepEqual(names(found), [], printed);
  assert.equal(found?.count, 1, printed);
});

it('has what pytest brings', () => {
  pass(
    `import logging, os, sys, warnings, pytest, json
def test_print(capsys: pytest.CaptureFixture[str]):
    print("out"); print("err", file=sys.stderr)
    assert capsys.readouterr() == ("out\\n", "err\\n")
    with capsys.disabled(): pass
class Clock:
    zone = "UTC"
def test_patch(monkeypatch: pytest.MonkeyPatch, tmp_path):
    monkeypatch.setattr(Clock, "zone", "CET"); monkeypatch.setattr("json.dumps", lambda value: "patched")
    monkeypatch.setenv("CITY", "Kyoto"); monkeypatch.delenv("HOME"); monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(table, "a", 2); monkeypatch.delitem(table, "b"); monkeypatch.delattr(Clock, "none", raising=False)
    monkeypatch.setattr("builtins.input", lambda _: "typed")
    assert (Clock.zone, json.dumps(1), os.environ["CITY"], table, input("?")) == ("CET", "patched", "Kyoto", {"a": 2}, "typed")
    assert os.path.samefile(os.getcwd(), tmp_path) and "HOME" not in os.environ
    with pytest.raises(AttributeError): monkeypatch.setattr(Clock, "none", 1)
table = {"a": 1, "b": 1}
def test_patched_no_more(): assert (Clock.zone, json.dumps(1), os.environ.get("CITY"), table) == ("UTC", "1", None, {"a": 1, "b": 1}) and "HOME" in os.environ
def test_log(caplog):
    with caplog.at_level(logging.INFO): logging.getLogger("bank").info("paid %d", 5)
    assert caplog.messages == ["paid 5"] and caplog.record_tuples == [("bank", logging.INFO, "paid 5")] and "INFO" in caplog.text
def test_warnings(recwarn):
    with pytest.warns(UserWarning, match="care"): warnings.warn("take care")
    with pytest.deprecated_call(): warnings.warn("old", DeprecationWarning)
    warnings.warn("seen")
    assert len(recwarn) == 1 and recwarn.pop(UserWarning)
def test_folders(tmp_path, tmp_path_factory):
    (tmp_path / "a.txt").write_text("a")
    assert tmp_path_factory.mktemp("data").exists() and tmp_path.parent == tmp_path_factory.getbasetemp()
def test_raises():
    with pytest.raises((KeyError, ValueError), match=r"v.ult") as caught: raise KeyError("vault")
    assert caught.typename == "KeyError" and caught.exconly() == "KeyError: 'vault'" and caught.tb
    assert str(pytest.raises(ZeroDivisionError, lambda n: 1 / n, 0).value) == "division by zero"
def test_settings(request): assert request.node.get_closest_marker("level") is None
if pytest.main(): pass
`,
    8,
  );
});

it('says what to do where something is not there', () => {
  const found = of(`import pytest
@pytest.fixture
def small(): pass
@pytest.fixture(scope="module")
def large(small): pass
def test_scope(large): pass
def test_mock(mocker): pass
def test_folder(tmpdir): pass
def test_option(request): request.config
@pytest.mark.skipif("no way")
def test_condition(): pass
def test_not_raised():
    try:
        with pytest.raises(ValueError): pass
    except Exception: pass
def test_fail():
    try: pytest.fail("not here")
    except Exception: pass
@pytest.fixture
def nothing():
    if False: yield
def test_yield(nothing): pass
def test_call(): small()
class TestMade:
    def __init__(self): pass
    def test_a(self): assert False
`);
  assert.deepEqual(names(found), [
    "test_scope: ValueError: The fixture large lives longer than small, which it asks for: give small the scope 'module'.",
    'test_mock: LookupError: There is no fixture mocker. Patch with unittest.mock or the fixture monkeypatch.',
    'test_folder: LookupError: There is no fixture tmpdir. Use tmp_path.',
    'test_option: AttributeError: There is no request.config here: take what the fixture needs from other fixtures.',
    "test_condition: ValueError: The condition 'no way' of skipif cannot be evaluated. A sentence is given as reason=…",
    'test_not_raised: ValueError was not raised.',
    'test_fail: not here',
    'test_yield: ValueError: The fixture nothing ended without yield.',
    'test_call: TypeError: small is a fixture: name it as a parameter of the test.',
  ]);
  assert.equal(found?.count, 9);
  assert.match(printed, /TestMade was not run: it has a constructor of its own\. Use setup_method/);
});

it('leaves out classes with a constructor, and says why where no test is left', () => {
  const found = of('class TestMade:\n    def __init__(self): pass\n    def test_a(self): pass\n');
  assert.deepEqual(names(found), [
    'TestMade: It was not run: it has a constructor of its own. Use setup_method instead of __init__.',
  ]);
  assert.deepEqual([found?.count, found?.failed], [0, 1]);
  // Those that hold no tests are called so for other reasons.
  pass(
    `from unittest import *
from dataclasses import dataclass
from enum import Enum
@dataclass
class TestRun:
    test_count: int = 0
    tests: tuple = ()
class TestState(Enum):
    test_passed = 1
def test_a(): assert TestRun(1).test_count == TestState.test_passed.value
`,
    1,
  );
  assert.doesNotMatch(printed, /was not run/);
});

it('asks nothing of objects that are no tests', () => {
  pass(
    `from pytest import approx
class A(dict): __getattr__ = dict.__getitem__
settings = test_settings = A()
class TestA:
    test_data = A(a=1)
    def test_a(self): assert self.test_data == approx({"a": 1}) and self.test_data != approx(1) and 1 != approx(self.test_data)
`,
    1,
  );
});

it('takes what it needs itself from the library, and what the tests import from the room', () => {
  const own = 'mine = 5\n';
  const shadows = ['warnings', 'pathlib', 'tempfile', 'collections', 'unittest', 'json', 'math', 'operator'];
  for (const name of shadows) {
    // What is built in is never imported from a file.
    const mine = name === 'math' ? '' : `import ${name}\nassert ${name}.mine == 5\n`;
    const source = `import pytest\n${mine}def test_a(tmp_path): assert tmp_path.exists() and 1 == pytest.approx(1)\n`;
    pass(source, 1, 0, { [`${name}.py`]: own });
  }
});

it('lets conftest.py have hooks', () => {
  pass('import pytest\ndef test_a(five): assert five == 5\n', 1, 0, {
    'conftest.py': `import pytest
pytest.register_assert_rewrite("checks")
@pytest.hookimpl(tryfirst=True)
def pytest_configure(config): config.addinivalue_line("markers", "slow")
@pytest.hookimpl
def pytest_runtest_setup(item): 1 / 0
@pytest.hookspec(firstresult=True)
def pytest_own(): pass
assert pytest_runtest_setup.__name__ == "pytest_runtest_setup"
@pytest.fixture
def five(): return 5
`,
  });
});

it('evaluates no annotation', () => {
  pass(
    `import pytest
from typing import TYPE_CHECKING
if TYPE_CHECKING: from bank import Account
class TestA:
    def setup_method(self, method: Account): self.method = method
    @pytest.fixture
    def account(self, request: pytest.Nothing.at_all) -> Account: return 5
    def test_a(self, account: Account): assert account == 5 and self.method
`,
    1,
  );
});

it('tells what goes wrong at the end of a scope under the name of its last test', () => {
  const found = of(`import pytest
class TestA:
    def test_1(self): pass
    def test_2(self): pass
    @classmethod
    def teardown_class(cls): 1 / 0
def test_b(): pass
def teardown_module(): raise KeyError("end")
`);
  assert.deepEqual(names(found), ['TestA.test_2: ZeroDivisionError: division by zero', "test_b: KeyError: 'end'"]);
});

it('makes async fixtures and tests, those of pytest-asyncio too', () => {
  pass(
    `import asyncio, pytest, pytest_asyncio
pytestmark = pytest.mark.asyncio
log = []
@pytest_asyncio.fixture
async def opened():
    log.append("opened")
    yield await asyncio.sleep(0, 5)
    log.append("closed")
async def test_open(opened): assert await asyncio.sleep(0, opened) == 5
def test_closed(): assert log == ["opened", "closed"]
@pytest.fixture
def lazy(): return (each for each in [1, 2])
def test_lazy(lazy): assert list(lazy) == [1, 2]
`,
    3,
  );
});

it('says of a module that is not there where it is looked for, and asks for what conftest.py imports', () => {
  assert.equal(of('import bnak\ndef test_a(): pass\n', { 'conftest.py': 'import math\n' }), undefined);
  assert.match(printed, /ModuleNotFoundError: No module named 'bnak'\n\[note: bnak is not available here: /);
  of('def test_a(frame): assert frame\n', {
    'conftest.py':
      'import pytest\ntry: import no_such_numbers\nexcept ImportError: pass\n@pytest.fixture\ndef frame(): return 1\n',
  });
  const modules = machine.get('modules_of')('import math, bnak\n') as PyProxy & { toJs(): string[] };
  assert.deepEqual(modules.toJs(), ['bnak', 'no_such_numbers']);
});
