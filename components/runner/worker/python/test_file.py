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
    assertion = isinstance(error, AssertionError)
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

    def addError(self, test, error):
        tell_wrong(self.name(test), error[1])

    addFailure = addError

    def addSubTest(self, test, subtest, error):
        if error is not None:
            tell_wrong(self.name(subtest), error[1])

    def addSkip(self, test, reason):
        global skipped
        skipped += 1

    def addUnexpectedSuccess(self, test):
        tell_wrong(self.name(test), AssertionError("It passed, and was expected to fail."))


def run_plain(name, test):
    global ran, skipped
    ran += 1
    try:
        test()
    except unittest.SkipTest:
        skipped += 1
    except BaseException as error:
        tell_wrong(name, error)


def patient_loop():
    """unittest's loops are in debug mode: each tells of every step that takes 0.1 s, which says more of the computer than of the program."""
    loop = sys.modules["asyncio"].new_event_loop()
    loop.slow_callback_duration = float("inf")
    return loop


def run_file(module, runner):
    # Loaded by whoever uses it; looking for it would load it.
    if "unittest.async_case" in sys.modules:
        unittest.IsolatedAsyncioTestCase.loop_factory = staticmethod(patient_loop)
    suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    for failure in unittest.defaultTestLoader.errors:
        print(failure, file=sys.stderr)
    suite.run(Result())
    for name, test in plain_tests(module, lambda value: runner.run(awaited(value)) if inspect.isawaitable(value) else value):
        run_plain(name, test)
    told = wrong[:MOST_TOLD]
    tell({"kind": "cases", "failures": told, "count": ran, "failed": len(wrong), "skipped": skipped})


def plain_tests(module, settle):
    """Functions, and methods of classes named Test that are none of unittest's, each of an object of its own. `settle` awaits what is to be awaited."""
    for name, value in list(vars(module).items()):
        if name.startswith("test") and inspect.isfunction(value):
            yield from expanded(name, value, value, module, settle)
        elif name.startswith("Test") and inspect.isclass(value) and not issubclass(value, unittest.TestCase):
            for inner, method in list(vars(value).items()):
                if inner.startswith("test") and callable(getattr(value, inner)):
                    bound = method_of(value, inner, settle)
                    yield from expanded(f"{name}.{inner}", getattr(value, inner), bound, module, settle)


def method_of(made, name, settle):
    def run(**values):
        instance = made()
        setup, teardown = (getattr(instance, f"{each}_method", None) for each in ("setup", "teardown"))
        method = getattr(instance, name)
        try:
            if setup:
                setup(*[method][: len(inspect.signature(setup).parameters)])
            return settle(method(**values))
        finally:
            if teardown:
                teardown(*[method][: len(inspect.signature(teardown).parameters)])

    return run
