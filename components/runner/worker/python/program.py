"""Runs one file the way `python main.py` does, and prints tracebacks of the lines that the person wrote."""

import ast
import asyncio
import atexit
import builtins
import gc
import importlib.util
import inspect
import linecache
import os
import random
import re
import sys
import traceback
import types

from pyodide.ffi import run_sync

failed = False
# Of packages: why there are none of these names, and why none of others.
lacking, reason = {}, ""
usual_hooks = (sys.excepthook, sys.__excepthook__)


def is_foreign(file_name):
    """Frames of ours, of the library, and of the JavaScript below."""
    return file_name.startswith(("<code-room>", "<frozen ", "/lib/python", "blob:"))


# Python tells a call that repeats three times and then counts; so many calls are counted in groups, too.
SHOWN_REPEATS = 3
MANY_CALLS = 100
LONGEST_GROUP = 12


class Calls(traceback.StackSummary):
    """The calls that led to an error, and between them sentences that count those left out."""

    def format(self, **options):
        return [each if isinstance(each, str) else self.format_frame_summary(each, **options) for each in self]


def calls_of(error):
    """The program's own."""
    own = [each for each in frames_of(error) if not is_foreign(each.tb_frame.f_code.co_filename)]
    places = [(each.tb_frame.f_code, each.tb_lineno) for each in own]
    lengths = range(1, LONGEST_GROUP + 1 if len(own) > MANY_CALLS else 2)
    calls, at = Calls(), 0
    while at < len(own):
        length, times = next(filter(lambda found: found[1] > SHOWN_REPEATS, (repeats(places, at, n) for n in lengths)), (1, 1))
        calls += summaries(own[at : at + length * min(times, SHOWN_REPEATS)])
        if times > SHOWN_REPEATS:
            what = "line" if length == 1 else f"{length} calls"
            more = times - SHOWN_REPEATS
            calls.append(f"  [Previous {what} repeated {more} more time{'s' if more > 1 else ''}]\n")
        at += length * times
    return calls


def repeats(places, at, length):
    group, times = places[at : at + length], 1
    while len(group) == length and places[at + length * times : at + length * (times + 1)] == group:
        times += 1
    return length, times


def summaries(frames):
    chain = None
    for each in reversed(frames):
        chain = types.TracebackType(chain, each.tb_frame, each.tb_lasti, each.tb_lineno)
    return traceback.extract_tb(chain)


def report(error):
    # Without any calls at first: there may be a million of them.
    shown = traceback.TracebackException.from_exception(error, limit=0)
    pending, seen = [(shown, error)], set()
    while pending:
        each, cause = pending.pop()
        if each is None or cause is None or id(each) in seen:
            continue
        seen.add(id(each))
        each.stack = calls_of(cause) or None
        pending += [(each.__cause__, cause.__cause__), (each.__context__, cause.__context__)]
        pending += zip(each.exceptions or (), getattr(cause, "exceptions", ()))
    print("".join(shown.format()), end="", file=sys.stderr)


def is_known(name):
    if name in sys.modules:
        return True
    try:
        return importlib.util.find_spec(name) is not None
    except ImportError:
        return False  # Part of Python, but not of what is here.


def imports_of(source):
    """But for what a file imports of its own package."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []  # Running it will say so.
    names = [each.name for node in nodes if isinstance(node, ast.Import) for each in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.level == 0]
    parts = [name.split(".") for name in names]
    return sorted({".".join(each[:count]) for each in parts for count in range(1, len(each) + 1)})


def modules_of(source):
    """What the program, and what it imports of the room, imports that is not here; of `a.b` both `a` and `a.b`."""
    names, seen, pending = {}, set(), [source]
    while pending:
        imported = imports_of(pending.pop())
        names |= dict.fromkeys(imported)
        for name, text in imported_from_room(imported).items():
            if name not in seen:
                seen.add(name)
                pending.append(text)
    return [name for name in names if not is_known(name.partition(".")[0])]


def imported_from_room(_names):
    """room_files.py knows better, where the room has other files."""
    return {}


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
    flush_all()
    if isinstance(error, SystemExit):
        # Of a number a shell has the last byte.
        is_number = isinstance(error.code, int)
        failed = failed or (error.code & 255 != 0 if is_number else error.code is not None)
        if failed and not is_number:
            print(error.code, file=sys.stderr)
    else:
        failed = True
        try:
            show_error(error)
        except Exception:
            emit("note", f"{error.__class__.__name__}: {error}. The program changed Python itself, so its lines cannot be shown.")
        advise(error)


def show_error(error):
    """By the program's own way, if it has one."""
    if sys.excepthook in usual_hooks:
        return report(error)
    own = next((each for each in frames_of(error) if not is_foreign(each.tb_frame.f_code.co_filename)), None)
    try:
        sys.excepthook(type(error), error, own)
    except BaseException as failure:
        print("Error in sys.excepthook:", file=sys.stderr)
        failure.__context__ = None
        report(failure)
        print("\nOriginal exception was:", file=sys.stderr)
        report(error)


def execute(code, names, runner):
    value = eval(code, names)
    return runner.run(value) if code.co_flags & inspect.CO_COROUTINE else value


class Watch:
    """Finds no module, but that one is looked for is a sign of life: a large library may take longer than a program may be silent."""

    @staticmethod
    def find_spec(_name, _path=None, _target=None):
        rest(0)


def run(source, file_name, seed, show_result, others):
    global home
    home = os.getcwd()
    random.seed(seed)
    BlockingLoop.hears_javascript = bool(re.search(r"\b(?:js|pyodide\w*)\b", f"{source}\n{others}"))
    module = types.ModuleType("__main__")
    module.__file__ = os.path.abspath(file_name)
    module.__builtins__ = builtins
    sys.modules["__main__"] = module
    sys.argv, sys.orig_argv = [file_name], ["python", file_name]
    # No time of change: such an entry is never looked up on disk. Debuggers ask by the whole path.
    for name in (file_name, os.path.abspath(file_name)):
        linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    outer = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    runner = asyncio.Runner()
    try:
        perform(module, source, file_name, show_result, runner)
    except BaseException as error:
        fail(error)
    finally:
        close(runner)
        asyncio._set_running_loop(outer)
    return not failed


def perform(module, source, file_name, show_result, runner):
    """Another one where the file is not to be run but tested; see testing.py."""
    # Top-level await is no Python, but whoever writes it means something.
    options = {"flags": ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, "dont_inherit": True}
    tree = compile(source, file_name, "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    last = tree.body[-1] if show_result and tree.body else None
    if isinstance(last, ast.Expr):
        tree.body.pop()
    execute(compile(tree, file_name, "exec", **options), module.__dict__, runner)
    if isinstance(last, ast.Expr):
        code = compile(ast.Expression(last.value), file_name, "eval", **options)
        result = execute(code, module.__dict__, runner)
        if result is not None:
            flush_all()
            emit("result", f"{result!r}\n".encode("utf-8", "replace").decode())


def close(runner):
    """Ends the tasks that top-level await has left."""
    try:
        runner.close()
    except BaseException as error:
        fail(error)


def leave():
    """The end of the program as Python has it: what is registered is called, what is left goes and closes its files."""
    try:
        atexit._run_exitfuncs()
        flush_all()
        modules = [vars(each) for each in sys.modules.values() if isinstance(each, types.ModuleType)]
        own = [each for each in modules if str(each.get("__file__")).startswith(f"{home}/")]
        for names in [vars(sys.modules["__main__"]), *own]:
            # First those of one underscore, one by one: what is deleted may still use the others.
            for name in sorted(names, key=lambda name: not (name.startswith("_") and not name.startswith("__"))):
                if name != "__builtins__":
                    names[name] = None
        gc.collect()
    except BaseException as error:
        fail(error)


def when_idle(callback):
    """Waits for the tasks and timers that the program left behind."""
    loop = browser_loop

    def finish():
        loop._no_in_progress_handler = None
        leave()
        flush_all()
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


def waited(answer):
    return answer if answer is None or isinstance(answer, str) else run_sync(answer)


def begin(can_suspend, question, repeating, output, waits):
    """Called once in each worker; all else may be part of a snapshot that many workers start from."""
    global ask, is_repeating, emit, rest
    ask = (lambda *how: aside(lambda: waited(question(*how)))) if can_suspend else question
    is_repeating, emit, rest = repeating, output, waits
    sys.path[:] = dict.fromkeys(sys.path)
    set_time_zone()
    sys.meta_path.insert(0, Watch)
    # All that is here already is none of the program's garbage.
    gc.freeze()


browser_loop.set_exception_handler(task_failed)
