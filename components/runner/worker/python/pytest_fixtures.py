"""Fixtures of pytest: made when a test names one, and taken away when its scope ends. Run only where a file is tested."""

import annotationlib

# What people know from pytest and its plugins.
INSTEAD = {"mocker": "Patch with unittest.mock or the fixture monkeypatch.", "tmpdir": "Use tmp_path.", "capsysbinary": "Use capsys."}
SCOPES = ("session", "package", "module", "class", "function")


class Fixture:
    def __init__(self, make, scope="function", params=None, autouse=False, ids=None, name=None):
        self.make, self.autouse, self.name, self.ids = make, autouse, name, ids
        self.scope = scope if scope in SCOPES else "function"
        self.params = None if params is None else list(params)

    def __call__(self, *_values):
        raise TypeError(f"{self.name or self.make.__name__} is a fixture: name it as a parameter of the test.")

    def bound(self, owner, instance=None):
        return self.make.__get__(instance or owner, owner) if owner else self.make


def fixture(make=None, **options):
    return Fixture(make, **options) if make else lambda function: Fixture(function, **options)


class Made:
    """What a fixture gave. Those that were made with it end before it."""

    def __init__(self, key):
        self.key, self.users, self.ends, self.is_over = key, [], [], False
        self.value = self.error = None

    def end(self, errors):
        self.is_over = True
        while self.users:
            self.users.pop().end(errors)
        while self.ends:
            try:
                self.ends.pop()()
            except BaseException as error:
                errors.append(error)


class Scopes:
    """What lives of each scope; all that is wider than a class lives as long as the file is tested."""

    def __init__(self):
        self.made, self.living, self.owner = {}, {each: [] for each in SCOPES}, None

    def enter(self, owner):
        """Plain functions have no class: of each test another. Returns what went wrong at the end of the last one."""
        ends = owner is None or owner is not self.owner
        self.owner = owner
        return self.end("class") if ends else []

    def end(self, *scopes):
        errors = []
        for scope in scopes:
            while self.living[scope]:
                self.living[scope].pop().end(errors)
        return errors


scopes = Scopes()


def parameters_of(function):
    """Annotations are left as they are written: they may name what is there only while types are checked."""
    return inspect.signature(function, annotation_format=annotationlib.Format.STRING).parameters.values()


def asked_for(function, values=(), skips_first=False):
    """The parameters that are fixtures: not those that have a value already, nor the first ones, which `patch` fills with mocks."""
    kinds = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    found = [each for each in parameters_of(function) if each.kind in kinds][skips_first:]
    names = [each.name for each in found if each.default is each.empty or each.name in values]
    # Whoever patches has loaded it; where `new` is named, or what is to be patched is a keyword, no parameter is filled.
    default = getattr(sys.modules.get("unittest.mock"), "DEFAULT", absent)
    mocks = [each for each in getattr(function, "patchings", ()) if each.new is default and not each.attribute_name]
    return names[len(mocks) :]


def with_optional(function, value):
    return function(*[value][: len(parameters_of(function))])


def around(part, scope, find, value_of):
    """`setup_…` and `teardown_…` are fixtures that nobody has to name."""

    def make(request):
        holder = find(request)
        before, after = (getattr(holder, f"{each}_{part}", None) for each in ("setup", "teardown"))
        if part == "class":
            # With or without @classmethod.
            before, after = (getattr(each, "__func__", each) for each in (before, after))
        # A fixture of such a name is one already.
        before, after = (None if isinstance(each, Fixture) else each for each in (before, after))
        if before:
            request.case.settle(with_optional(before, value_of(request)))
        yield
        if after:
            request.case.settle(with_optional(after, value_of(request)))

    return Fixture(make, scope=scope, autouse=True)


AROUND = {
    "module": around("module", "module", lambda request: request.module, lambda request: request.module),
    "function": around("function", "function", lambda request: None if request.cls else request.module, lambda request: request.function),
    "class": around("class", "class", lambda request: request.cls, lambda request: request.cls),
    "method": around("method", "function", lambda request: request.instance, lambda request: request.function),
}


def known_fixtures(conftests, module, owners):
    """By name those that may be meant, each with the class that has it: the last one is, and may itself ask for the one before."""
    known = {f"around {part}": [(AROUND[part], None)] for part in AROUND if owners or part in ("module", "function")}
    places = [(None, BUILTIN), *((None, vars(each)) for each in (*conftests, module))]
    places += [(owner, {name: value for each in reversed(owner.__mro__) for name, value in vars(each).items()}) for owner in owners]
    for owner, names in places:
        for name, value in names.items():
            if isinstance(value, Fixture):
                known.setdefault(value.name or name, []).append((value, owner))
    return known


def needed(names, known, direct):
    """All that is to be made, wide scopes first, and of it what has parameters."""
    found, varied = list(dict.fromkeys(names)), {}
    for name in found:
        if name in direct:
            continue
        for value, owner in reversed(known.get(name, ())):
            asked = asked_for(value.bound(owner))
            found += [each for each in asked if each not in found]
            if value.params is not None:
                varied.setdefault(name, value)
            if name not in asked:
                break
    wide = {name: SCOPES.index(known[name][-1][0].scope) for name in found if name in known and name not in direct}
    return sorted(found, key=lambda name: wide.get(name, len(SCOPES))), varied


class Request:
    """What a fixture is told of who asks for it."""

    def __init__(self, case, name=None, value=None, made=None):
        self.case, self.fixturename, self._fixture, self._made = case, name, value, made
        self.scope = value.scope if value else "function"
        self.module, self.cls, self.function, self.node = case.module, case.owner, case.function, case
        self.fixturenames = case.names

    @property
    def instance(self):
        return self.case.instance if self.cls and self.scope == "function" else None

    def __getattr__(self, name):
        if name == "param" and self.fixturename in self.case.params:
            return self.case.params[self.fixturename][1]
        why = "the fixture has no params" if name == "param" else "take what the fixture needs from other fixtures"
        raise AttributeError(f"There is no request.{name} here: {why}.")

    def getfixturevalue(self, name):
        return self.case.value_of(name, self)

    def addfinalizer(self, end):
        (self._made or self.case.last).ends.append(lambda: self.case.settle(end()))

    def applymarker(self, mark):
        self.case.marks.insert(0, mark)


class Case:
    """One test, and what it is run with: `values` by parametrize, `params` of fixtures."""

    def __init__(self, name, function, module, owner, instance, marks, known, names, values, params, settle):
        self.name, self.function, self.module, self.owner, self.marks = name, function, module, owner, marks
        self.known, self.names, self.values, self.params, self.settle = known, names, values, params, settle
        self._instance, self.last = instance, Made(None)

    @property
    def nodeid(self):
        return "::".join([os.path.relpath(self.module.__file__), *(self.owner.__qualname__.split(".") if self.owner else ()), self.name])

    @property
    def instance(self):
        if self._instance is None and self.owner:
            self._instance = self.owner()
        return self._instance

    def iter_markers(self, name=None):
        return (each for each in self.marks if name in (None, each.name))

    def get_closest_marker(self, name, default=None):
        return next(self.iter_markers(name), default)

    def add_marker(self, mark, append=True):
        self.marks.insert(len(self.marks) if append else 0, Mark(mark) if isinstance(mark, str) else mark)

    def prepare(self):
        scopes.living["function"].append(self.last)
        for name in self.names:
            self.value_of(name, Request(self))

    def finish(self):
        return scopes.end("function")

    def value_of(self, name, request):
        if name == "request":
            return request
        wide = SCOPES.index(request.scope)
        definitions = self.known.get(name, [])
        before = next((at for at, (value, _) in enumerate(definitions) if value is request._fixture), len(definitions))
        if name not in self.values and before == 0:
            raise LookupError(f"There is no fixture {name}. {INSTEAD.get(name, 'Define one with @pytest.fixture in this file or in conftest.py.')}")
        value, owner = (None, None) if name in self.values else definitions[before - 1]
        scope = value.scope if value else "function"
        if SCOPES.index(scope) > wide:
            raise ValueError(f"The fixture {request.fixturename} lives longer than {name}, which it asks for: give {name} the scope {request.scope!r}.")
        if not value:
            return self.values[name]
        made = self.made_by(name, value, owner)
        if request._made:
            made.users.append(request._made)
        if made.error:
            raise made.error
        return made.value

    def made_by(self, name, value, owner):
        key = self.params.get(name, (None,))[0]
        made = scopes.made.get(value)
        if made and not made.is_over and made.key != key:
            errors = []
            made.end(errors)
            if errors:
                raise errors[0]
        if made is None or made.is_over:
            made = scopes.made[value] = Made(key)
            scopes.living[value.scope].append(made)
            try:
                made.value = self.make(name, value, owner, made)
            except BaseException as error:
                made.error = error
        return made

    def make(self, name, value, owner, made):
        own = self.instance if owner and value.scope == "function" else owner and owner()
        function, request = value.bound(owner, own), Request(self, name, value, made)
        given = self.settle(function(**{each: self.value_of(each, request) for each in asked_for(function)}))
        first = given
        if inspect.isgeneratorfunction(function):
            made.ends.append(lambda: next(given, None))
            first = next(given, absent)
        elif inspect.isasyncgen(given):
            made.ends.append(lambda: self.settle(anext(given, None)))
            first = self.settle(anext(given, absent))
        if first is absent:
            raise ValueError(f"The fixture {name} ended without yield.")
        return first
