import sys
import traceback


class AppError(Exception):
    """Base."""


class NotFound(AppError):
    def __init__(self, what, code=404):
        super().__init__(f"{what} not found")
        self.code = code


def run(kind):
    try:
        if kind == 1:
            raise NotFound("page")
        if kind == 2:
            return 1 / 0
        if kind == 3:
            raise KeyError("key")
        print("no error")
    except NotFound as error:
        print("caught", error, error.code, error.args)
    except (ZeroDivisionError, KeyError) as error:
        print(type(error).__name__, error, repr(error))
        return "returned"
    else:
        print("else")
    finally:
        print("finally", kind)


print([run(n) for n in range(4)])


def chain():
    try:
        int("x")
    except ValueError as error:
        raise AppError("wrapped") from error


try:
    chain()
except AppError as error:
    print(repr(error.__cause__), error.__suppress_context__, traceback.extract_tb(error.__traceback__)[-1].name)
    print("".join(traceback.format_exception_only(error)), end="")
try:
    raise ExceptionGroup("many", [ValueError("v"), ExceptionGroup("inner", [TypeError("t"), KeyError("k")])])
except* TypeError as group:
    print("types", group.exceptions)
except* (ValueError, KeyError) as group:
    print("others", len(group.exceptions), group)
error = ValueError("note")
error.add_note("more about it")
print(error.__notes__, issubclass(NotFound, Exception), NotFound.__mro__[1].__name__)
try:
    assert 1 == 2, "numbers differ"
except AssertionError as failed:
    print(failed)
try:
    sys.exit("stop")
except SystemExit as end:
    print(end.code)


def finally_wins():
    for n in range(3):
        try:
            continue
        finally:
            print("f", n)
    return "end"


print(finally_wins())
raise NotFound("last") from None
