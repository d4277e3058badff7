"""Runs one file the way `python main.py` does, and prints tracebacks of the lines that the person wrote."""

import ast
import asyncio
import atexit
import builtins
import importlib.util
import inspect
import linecache
import opcode
import random
import sys
import time
import traceback
import types

from pyodide.code import find_imports
from pyodide.ffi import run_sync

failed = False
# Of packages: why there are none of these names, and why none of others.
lacking, reason = {}, ""


def is_foreign(file_name):
    """Frames of ours, of the library, and of the JavaScript below."""
    return file_name.startswith(("<code-room>", "<frozen ", "/lib/python", "blob:"))


def report(error):
    shown = traceback.TracebackException.from_exception(error)
    pending, seen = [shown], set()
    while pending:
        each = pending.pop()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        frames = [frame for frame in each.stack or () if not is_foreign(frame.filename)]
        each.stack = traceback.StackSummary.from_list(frames) if frames else None
        pending += [each.__cause__, each.__context__, *(each.exceptions or ())]
    print("".join(shown.format()), end="", file=sys.stderr)


# What Python cannot do here, by what it says of it.
IMPOSSIBLE = (
    ("can't start new thread", "A program has one thread here. Call the function directly, or use asyncio."),
    ("_multiprocessing", "A program has one process here. Call the function directly."),
    ("does not support processes", "Other programs cannot be started here."),
    ("_posixsubprocess", "Other programs cannot be started here."),
    ("'signal' has no attribute 'alarm'", "There are no alarms here. Look at time.monotonic() in the loop instead."),
    ("No time zone found", "Time zones by name are not here. Use datetime.timezone(datetime.timedelta(hours=…))."),
)


def is_raised(error):
    """By the program itself, which knows why."""
    last = error.__traceback__
    while last and last.tb_next:
        last = last.tb_next
    code = last and last.tb_frame.f_code
    return bool(code) and not is_foreign(code.co_filename) and code.co_code[last.tb_lasti] == opcode.opmap["RAISE_VARARGS"]


def advise(error):
    impossible = next((sentence for text, sentence in IMPOSSIBLE if text in str(error)), None)
    if impossible and not is_raised(error):
        emit("note", impossible)
    elif isinstance(error, MemoryError) and (is_raised(error) or (type(error) is MemoryError and error.args)):
        pass  # Too deep to be parsed, for one: memory is not the cause.
    elif isinstance(error, MemoryError):
        emit("note", "The program needs more than the 512 MB of memory that it may have here.")
    elif isinstance(error, ModuleNotFoundError) and error.name:
        name = error.name.partition(".")[0]
        sentence = f"{name} is not available here: {reason or f'it is looked for where a program says `import {name}`'}."
        emit("note", lacking.get(name) or sentence)


def is_known(name):
    if name in sys.modules:
        return True
    try:
        return importlib.util.find_spec(name) is not None
    except ImportError:
        return False  # Part of Python, but not of what is here.


def modules_of(source):
    """What the program imports that is not here; of `a.b` both `a` and `a.b`."""
    try:
        return [name for name in find_imports(source) if not is_known(name.partition(".")[0])]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []  # Running it will say so.


def prepare_install():
    # The installer imports it for archives that wheels are not, which takes half a second.
    sys.modules.setdefault("tarfile", types.ModuleType("tarfile"))


def installed(why_lacking, why_no_other):
    global lacking, reason
    lacking, reason = why_lacking, why_no_other
    if not hasattr(sys.modules.get("tarfile"), "open"):
        sys.modules.pop("tarfile", None)
    importlib.invalidate_caches()


def fail(error):
    """Prints what ended the program; an exit is only printed if it says something."""
    global failed
    if isinstance(error, SystemExit):
        failed = failed or error.code not in (None, 0)
        if failed and not isinstance(error.code, int):
            print(error.code, file=sys.stderr)
    else:
        failed = True
        try:
            report(error)
        except Exception:
            emit("note", f"{error.__class__.__name__}: {error}. The program changed Python itself, so its lines cannot be shown.")
        advise(error)


def execute(code, names):
    value = eval(code, names)
    return asyncio.run(value) if code.co_flags & inspect.CO_COROUTINE else value


def run(source, file_name, seed, show_result):
    random.seed(seed)
    module = types.ModuleType("__main__")
    module.__file__ = file_name
    module.__builtins__ = builtins
    sys.modules["__main__"] = module
    sys.argv = [file_name]
    # No time of change: such an entry is never looked up on disk.
    linecache.cache[file_name] = (len(source), None, source.splitlines(True), file_name)
    try:
        # Top-level await is no Python, but whoever writes it means something.
        options = {"flags": ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, "dont_inherit": True}
        tree = compile(source, file_name, "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
        last = tree.body[-1] if show_result and tree.body else None
        if isinstance(last, ast.Expr):
            tree.body.pop()
        execute(compile(tree, file_name, "exec", **options), module.__dict__)
        if isinstance(last, ast.Expr):
            result = execute(compile(ast.Expression(last.value), file_name, "eval", **options), module.__dict__)
            if result is not None:
                flush()
                emit("result", f"{result!r}\n".encode("utf-8", "replace").decode())
    except BaseException as error:
        fail(error)
    return not failed


def leave():
    """The end of the program as Python has it: what is registered is called, and what is left closes its files."""
    try:
        atexit._run_exitfuncs()
        sys.modules["__main__"].__dict__.clear()
    except BaseException as error:
        fail(error)


def when_idle(callback):
    """Waits for the tasks and timers that the program left behind."""
    loop = asyncio.get_event_loop()

    def finish():
        loop._no_in_progress_handler = None
        leave()
        flush()
        try:
            give_files()
        except Exception as error:
            # The program may have taken anything from its library.
            emit("note", f"Its files could not be read: {error}.")
        callback(not failed)

    if loop._in_progress == 0 or failed:
        finish()
    else:
        loop._no_in_progress_handler = finish


def task_failed(_loop, context):
    error = context.get("exception")
    if error is not None:
        fail(error)


class BlockingLoop(asyncio.base_events.BaseEventLoop):
    """Lets asyncio.run() wait where the browser cannot suspend Python: only time can wake anything here, so it sleeps."""

    def __init__(self):
        super().__init__()
        self._selector = self

    def select(self, timeout):
        if timeout is None:
            raise RuntimeError("the program waits for something that never happens")
        if timeout > 0:
            time.sleep(timeout)
        return ()

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


def run_blocking(main, *, debug=None, loop_factory=None):
    outer = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        return asyncio.runners.run(main, debug=debug, loop_factory=loop_factory or BlockingLoop)
    finally:
        asyncio._set_running_loop(outer)


def set_time_zone():
    """The machine that made the snapshot may have been in another one; Python asks only once, when it starts."""
    year = time.localtime().tm_year
    offsets = [time.localtime(time.mktime((year, month, 1, 12, 0, 0, 0, 0, -1))).tm_gmtoff for month in (1, 7)]
    time.timezone, time.altzone = -min(offsets), -max(offsets)
    time.daylight = int(time.timezone != time.altzone)
    time.tzname = tuple(
        f"UTC{'+' if offset > 0 else '-'}{abs(offset) // 3600:02}{abs(offset) // 60 % 60:02}"
        for offset in sorted(offsets)
    )


def begin(can_suspend, question, repeating, output):
    """Called once in each worker; all else may be part of a snapshot that many workers start from."""
    global ask, is_repeating, emit
    ask = (lambda *how: run_sync(question(*how))) if can_suspend else question
    is_repeating, emit = repeating, output
    set_time_zone()
    if not can_suspend:
        asyncio.run = run_blocking


asyncio.get_event_loop().set_exception_handler(task_failed)
