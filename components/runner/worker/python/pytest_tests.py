"""The tests that pytest finds in a file: functions and methods, one for each combination of their parameters. Run only where a file is tested."""


conftests = []
# Classes that hold tests, and that pytest does not make either.
CONSTRUCTOR = "it has a constructor of its own. Use setup_method instead of __init__."
left_out = []


def conftests_of(file_name, runner):
    """From the room's folder down to that of the file."""
    folders, found = file_name.split("/")[:-1], []
    for depth in range(len(folders) + 1):
        name = "/".join([*folders[:depth], "conftest.py"])
        if name != file_name and os.path.exists(name):
            with open(name, encoding="utf-8") as file:
                source = file.read()
            found.append(load_module(compiled(source, name, 0), source, name, runner))
    return found


def marks_of_class(owner):
    return [mark for each in owner.__mro__ for mark in own_marks(each)]


def plain_tests(conftests, module, settle):
    """Name, class and what runs it, of each test that is none of unittest's."""
    for name, value in list(vars(module).items()):
        if name.startswith("test") and inspect.isfunction(value) and is_test(value):
            yield from expanded(name, value, False, conftests, module, [], settle)
        elif name.startswith("Test") and inspect.isclass(value) and is_test(value):
            yield from tests_of_class(name, value, conftests, module, [value], settle)


def tests_of_class(name, owner, conftests, module, owners, settle):
    if issubclass(owner, unittest.TestCase):
        return
    inner = [(name, value) for name, value in members_of(owner) if is_test(value)]
    if inner and (owner.__init__ is not object.__init__ or owner.__new__ is not object.__new__):
        left_out.append(name)
        print(f"{name} was not run: {CONSTRUCTOR}", file=sys.stderr)
        return
    for each, value in inner:
        if each.startswith("Test"):
            yield from tests_of_class(f"{name}.{each}", value, conftests, module, [*owners, value], settle)
        else:
            is_method = inspect.isfunction(value) and not isinstance(inspect.getattr_static(owner, each), staticmethod)
            yield from expanded(f"{name}.{each}", value, is_method, conftests, module, owners, settle)


def is_test(value):
    """Asked only of what is one by its name and kind: others may answer anything."""
    return getattr(value, "__test__", True)


def members_of(owner):
    """Methods and classes that are tests by their names and kinds."""
    for name in names_of_class(owner):
        if name.startswith(("test", "Test")):
            value = getattr(owner, name)
            if inspect.isclass(value) if name.startswith("Test") else callable(value) and not isinstance(value, Fixture):
                yield name, value


def names_of_class(owner):
    """Those that it inherits first."""
    seen, groups = set(), []
    for each in owner.__mro__:
        groups.insert(0, [name for name in vars(each) if name not in seen])
        seen.update(vars(each))
    return [name for group in groups for name in group]


class Axis:
    """One set of parameters and what stands in it: a name for people, values by name, parameters of fixtures, marks."""

    def __init__(self, names, cases, ids=None, indirect=()):
        self.names, self.indirect = names, indirect
        self.points = [self.point(at, each, ids) for at, each in enumerate(cases)]

    def point(self, at, given, ids):
        if len(given.values) != len(self.names):
            raise ValueError(f"parametrize names {', '.join(self.names)}, and gives {', '.join(map(short, given.values)) or 'nothing'}.")
        values = dict(zip(self.names, given.values))
        return (
            label_of(given, at, ids),
            {name: value for name, value in values.items() if name not in self.indirect},
            {name: (at, value) for name, value in values.items() if name in self.indirect},
            list(given.marks),
        )


def label_of(given, at, ids):
    if given.id is not None:
        return str(given.id)
    if ids and not callable(ids) and at < len(ids) and ids[at] is not None:
        return str(ids[at])
    labels = [ids(each) if callable(ids) else None for each in given.values]
    return "-".join(short(value) if label is None else str(label) for value, label in zip(given.values, labels))


def axis_of(argnames, argvalues, indirect=False, ids=None, **_options):
    names = [each.strip() for each in argnames.split(",") if each.strip()] if isinstance(argnames, str) else list(argnames)
    alone = isinstance(argnames, str) and len(names) == 1
    return Axis(names, parameter_sets(argvalues, alone), listed_ids(ids), names if indirect is True else list(indirect or ()))


def axis_of_fixture(name, value):
    return Axis([name], parameter_sets(value.params, True), listed_ids(value.ids), [name])


def parameter_sets(cases, alone):
    return [each if isinstance(each, ParameterSet) else ParameterSet(*([each] if alone else each)) for each in cases]


def listed_ids(ids):
    return ids if ids is None or callable(ids) else list(ids)


def expanded(name, function, is_method, conftests, module, owners, settle):
    """One test for each combination of its parameters. What is wrong with them is told as an error of the test."""
    owner = owners[-1] if owners else None
    try:
        marks = [*own_marks(function), *(mark for each in reversed(owners) for mark in marks_of_class(each)), *own_marks(module)]
        known = known_fixtures(conftests, module, owners)
        axes = [axis_of(*each.args, **each.kwargs) for each in marks if each.name == "parametrize"]
        given = [each for axis in axes for each in axis.names]
        direct = [each for axis in axes for each in axis.names if each not in axis.indirect]
        arguments = asked_for(function, given, is_method)
        names, varied = needed(names_for(marks, known, arguments), known, direct)
        for each in given:
            if each not in names:
                raise ValueError(f"It has no parameter {each}, which parametrize names.")
        axes = [*(axis_of_fixture(each, varied[each]) for each in names if each in varied and each not in given), *axes]
        if not all(axis.points for axis in axes):
            yield name, owner, skip
            return
        points = list(itertools.product(*(axis.points for axis in axes)))
    except Exception as error:
        wrong_here = error
        yield name, owner, lambda: raise_it(wrong_here)
        return
    for chosen in points:
        values, params = ({key: value for point in chosen for key, value in point[at].items()} for at in (1, 2))
        label = f"[{'-'.join(point[0] for point in chosen)}]" if axes else ""
        of_case = [*(mark for point in chosen for mark in point[3]), *marks]
        case = Case(name.rpartition(".")[2] + label, function, module, owner, None, of_case, known, names, values, params, settle)
        yield name + label, owner, lambda case=case: run_case(case, arguments, is_method)


def raise_it(error):
    raise error


def names_for(marks, known, arguments):
    by_itself = [name for name, values in known.items() if any(value.autouse for value, _ in values)]
    return [*by_itself, *(name for each in marks if each.name == "usefixtures" for name in each.args), *arguments]


def skip_where_marked(case):
    for each in case.marks:
        if each.name == "skip" or (each.name == "skipif" and each.holds(vars(case.module))):
            raise unittest.SkipTest(each.kwargs.get("reason", ""))


def expected_failure(case):
    return next((each.kwargs for each in case.marks if each.name == "xfail" and each.holds(vars(case.module))), None)


def run_case(case, arguments, is_method):
    skip_where_marked(case)
    expected = expected_failure(case)
    if expected and not expected.get("run", True):
        return
    try:
        perform_case(case, arguments, is_method)
    except (unittest.SkipTest, XFailed):
        raise
    except BaseException as error:
        # A fixture may have marked it.
        expected = expected or expected_failure(case)
        if expected is None or not isinstance(error, expected.get("raises") or (Exception, Failed, SystemExit)):
            raise
        return
    if expected and expected.get("strict"):
        raise AssertionError("It passed, and was expected to fail.")


def perform_case(case, arguments, is_method):
    """A fixture goes on where it yielded, however the test ended; an async test has ended before. What the test raised comes before what they raise."""
    errors = []
    try:
        case.prepare()
        values = {each: case.value_of(each, Request(case)) for each in arguments}
        run_test = case.function.__get__(case.instance) if is_method else case.function
        case.settle(run_test(**values))
    except BaseException as error:
        errors.append(error)
    errors += case.finish()
    if errors:
        raise errors[0]


def prepare_unittest(test, conftests, module, settle):
    """Of unittest's own tests pytest heeds marks, and fixtures that need not be named."""
    method, owner = getattr(test, test._testMethodName), type(test)
    marks = [*own_marks(getattr(method, "__func__", method)), *marks_of_class(owner), *own_marks(module)]
    known = known_fixtures(conftests, module, [owner])
    names, _ = needed(names_for(marks, known, []), known, [])
    case = Case(test._testMethodName, method, module, owner, test, marks, known, names, {}, {}, settle)
    set_up = test.setUp

    def begin_with_fixtures():
        skip_where_marked(case)
        test.addCleanup(lambda: [raise_it(error) for error in case.finish()])
        case.prepare()
        return set_up()

    test.setUp = begin_with_fixtures
    expected = expected_failure(case)
    if expected is not None:
        test.__unittest_expecting_failure__ = True
        test.may_pass = not expected.get("strict")
