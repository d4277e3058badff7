"""Runs the tests that a file holds: unittest's, plain functions `test_*` with assert, and what is written for pytest. Run only where a file is tested."""

import builtins
import contextlib
import io
import operator
import unittest

# More failures nobody reads.
MOST_TOLD = 20
# That of the file itself is called under the name of a program, but some call it always.
unittest.main = lambda *_given, **_options: None
REASON = 400
SHOWN = 200
wrong, ran, skipped = [], 0, 0


def short(value):
    try:
        text = repr(value)
    except Exception as error:
        text = f"<{type(value).__name__}, whose repr fails: {error}>"
    return text if len(text) <= SHOWN else f"{text[:SHOWN - 1]}…"


OPERATORS = {
    ast.Eq: ("!=", operator.eq),
    ast.NotEq: ("==", operator.ne),
    ast.Lt: ("is not <", operator.lt),
    ast.LtE: ("is not <=", operator.le),
    ast.Gt: ("is not >", operator.gt),
    ast.GtE: ("is not >=", operator.ge),
    ast.Is: ("is not", operator.is_),
    ast.IsNot: ("is", operator.is_not),
    ast.In: ("is not in", lambda left, right: left in right),
    ast.NotIn: ("is in", lambda left, right: left not in right),
}
NAMES = {kind.__name__: told for kind, told in OPERATORS.items()}
# No program can write such a name.
CHECK = "@assert"


def check(name, text, message, *values):
    """What becomes of an assert: it says the values that were compared."""
    words, holds = NAMES.get(name, ("", lambda value: value))
    if holds(*values):
        return
    shown = f" {words} ".join(map(short, values)) if words else f"{text} is {short(values[0])}"
    raise AssertionError(shown if message is None else f"{message()} ({shown})")


class Asserts(ast.NodeTransformer):
    def visit_Assert(self, node):
        waits = (ast.Await, ast.Yield, ast.YieldFrom, ast.NamedExpr)
        if node.msg and any(isinstance(each, waits) for each in ast.walk(node.msg)):
            return node
        test = node.test
        compares = isinstance(test, ast.Compare) and len(test.ops) == 1
        values = [test.left, *test.comparators] if compares else [test]
        nothing = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
        message = ast.Lambda(args=nothing, body=node.msg) if node.msg else ast.Constant(None)
        name = ast.Constant(type(test.ops[0]).__name__ if compares else "")
        text = ast.Constant(ast.unparse(test)[:SHOWN])
        call = ast.Call(func=ast.Name(CHECK, ast.Load()), args=[name, text, message, *values], keywords=[])
        return ast.fix_missing_locations(ast.copy_location(ast.Expr(ast.copy_location(call, node)), node))


def compiled(source, file_name, flags):
    """Before, as it is: its own errors are those of the person."""
    tree = compile(source, file_name, "exec", flags | ast.PyCF_ONLY_AST, dont_inherit=True)
    compile(source, file_name, "exec", flags, dont_inherit=True)
    setattr(builtins, CHECK, check)
    return compile(Asserts().visit(tree), file_name, "exec", flags, dont_inherit=True)


def tell_wrong(name, error):
    assertion = isinstance(error, (AssertionError, Failed))
    text = str(error).strip()
    # unittest says first what is wrong, and then more.
    first = text.split("\n\n")[0][:REASON]
    kind = type(error).__name__
    reason = (first or "An assert failed.") if assertion else f"{kind}: {first}" if first else kind
    found = {"name": name, "state": "failed" if assertion else "error", "reason": reason}
    own = [each for each in frames_of(error) if not is_foreign(each.tb_frame.f_code.co_filename)]
    if own:
        found |= {"file": os.path.relpath(own[-1].tb_frame.f_code.co_filename), "line": own[-1].tb_lineno}
    wrong.append(found)
    if len(wrong) <= MOST_TOLD:
        print(f"{'FAIL' if assertion else 'ERROR'}: {name}", file=sys.stderr)
        report(error)


class Result(unittest.TestResult):
    """Of unittest's own tests."""

    last = ""

    @staticmethod
    def name(test):
        # The name of the module is that of the file.
        parts = test.id().split(" ")
        names = parts[0].split(".")
        return " ".join([".".join(names[-2:]), *parts[1:]])

    def startTest(self, test):
        global ran
        super().startTest(test)
        ran += 1
        tell_ended(scopes.enter(type(test)), self.last)
        self.last = self.name(test)
        try:
            self.prepare(test)
        except Exception as error:
            wrong_here = error
            test.setUp = lambda: raise_it(wrong_here)

    def addError(self, test, error):
        if not isinstance(error[1], XFailed):
            tell_wrong(self.name(test), error[1])

    addFailure = addError

    def addSubTest(self, test, subtest, error):
        if error is not None:
            tell_wrong(self.name(subtest), error[1])

    def addSkip(self, test, reason):
        global skipped
        skipped += 1

    def addUnexpectedSuccess(self, test):
        if not getattr(test, "may_pass", False):
            tell_wrong(self.name(test), AssertionError("It passed, and was expected to fail."))


def tell_ended(errors, name):
    """What went wrong when a scope ended, under the name of the last test in it."""
    for error in errors:
        tell_wrong(name, error)


def run_plain(name, owner, test, last):
    global ran, skipped
    tell_ended(scopes.enter(owner), last)
    ran += 1
    try:
        test()
    except unittest.SkipTest:
        skipped += 1
    except XFailed:
        pass  # As it said itself.
    except BaseException as error:
        tell_wrong(name, error)


def patient_loop():
    """unittest's loops are in debug mode: each tells of every step that takes 0.1 s, which says more of the computer than of the program."""
    loop = sys.modules["asyncio"].new_event_loop()
    loop.slow_callback_duration = float("inf")
    return loop


load_module = load


def load(code, source, file_name, runner):
    """In place of what testing.py has. None if the file says that it is to be skipped."""
    global conftests
    try:
        conftests = conftests_of(file_name, runner)
        return load_module(code, source, file_name, runner)
    except unittest.SkipTest:
        return None


modules_of_program = modules_of


def modules_of(source):
    """Also what conftest.py needs, which nobody imports."""
    texts = [source, *imported_from_room(["conftest"]).values()]
    return list(dict.fromkeys(name for text in texts for name in modules_of_program(text)))


def run_file(module, runner):
    if module is None:
        return tell({"kind": "cases", "failures": [], "count": 1, "failed": 0, "skipped": 1})
    # Loaded by whoever uses it; looking for it would load it.
    if "unittest.async_case" in sys.modules:
        unittest.IsolatedAsyncioTestCase.loop_factory = staticmethod(patient_loop)

    def settle(value):
        return runner.run(awaited(value)) if inspect.isawaitable(value) else value

    suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    for failure in unittest.defaultTestLoader.errors:
        print(failure, file=sys.stderr)
    result = Result()
    result.prepare = lambda test: prepare_unittest(test, conftests, module, settle)
    suite.run(result)
    last = result.last
    for name, owner, test in plain_tests(conftests, module, settle):
        run_plain(name, owner, test, last)
        last = name
    tell_ended(scopes.end("class", "module", "package", "session"), last)
    if not ran:
        # Nothing else would say why there are none.
        wrong.extend({"name": each, "state": "error", "reason": f"It was not run: {CONSTRUCTOR}"} for each in left_out)
    told = wrong[:MOST_TOLD]
    tell({"kind": "cases", "failures": told, "count": ran, "failed": len(wrong), "skipped": skipped})
