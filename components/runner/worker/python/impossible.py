"""What Python cannot do here, told in a sentence that helps, where it is certain that this was the cause."""

import errno
import opcode
import sys

THREAD = "A program has one thread here. Call the function directly, or use asyncio."
PROCESS = "A program has one process here. Call the function directly."
PROGRAMS = "Other programs cannot be started here."
ALARM = "There are no alarms here. Look at time.monotonic() in the loop instead."
NETWORK = "There is no network here: a program reaches no other machine, and none reaches it."
LOCALE = "There is one locale here, C. For thousands write f'{number:,}', for dates strftime('%d.%m.%Y')."
INPUT = "Input is read here by input() or sys.stdin, in asyncio by await asyncio.to_thread(input)."
OUTPUT = "Output is written here by print() or sys.stdout, in asyncio too."

# By what Python says of it.
IMPOSSIBLE = (
    ("can't start new thread", THREAD),
    ("_multiprocessing", PROCESS),
    ("lacks multiprocessing.synchronize", PROCESS),
    ("does not support processes", PROGRAMS),
    ("_posixsubprocess", PROGRAMS),
    *((f"module 'signal' has no attribute '{name}'", ALARM) for name in ("alarm", "setitimer", "pause", "sigwait")),
    ("Host is unreachable", NETWORK),
    ("unsupported locale setting", LOCALE),
)
SYSTEM = "Below Python is only a browser here: there is no network, and there are no other programs."


def frames_of(error):
    trace = error.__traceback__
    while trace:
        yield trace
        trace = trace.tb_next


def is_raised(error):
    """By the program itself, which knows why."""
    *_, last = [None, *frames_of(error)]
    code = last and last.tb_frame.f_code
    return bool(code) and not is_foreign(code.co_filename) and code.co_code[last.tb_lasti] == opcode.opmap["RAISE_VARARGS"]


def sentence_for(error):
    for text, sentence in IMPOSSIBLE:
        if text in str(error):
            return sentence
    if isinstance(error, NotImplementedError):
        return sentence_of_loop(error)
    return SYSTEM if isinstance(error, OSError) and error.errno in (errno.ENOSYS, errno.ENOTSUP) else None


def sentence_of_loop(error):
    """A loop of asyncio says nothing of what it lacks, but where it says that has a name."""
    *_, last = [None, *frames_of(error)]
    code = last and last.tb_frame.f_code
    if not code or not code.co_filename.endswith(("/asyncio/base_events.py", "/asyncio/events.py")):
        return None
    name = code.co_name
    if "subprocess" in name:
        return PROGRAMS
    if name.endswith("_reader") or "read_pipe" in name:
        return INPUT
    return OUTPUT if name.endswith("_writer") or "write_pipe" in name else NETWORK


def advise(error):
    if is_raised(error):
        return
    sentence = sentence_for(error)
    if sentence:
        emit("note", sentence)
    elif isinstance(error, MemoryError) and not (type(error) is MemoryError and error.args):
        # With words it is too deep to be parsed, for one: memory is not the cause.
        emit("note", "The program needs more than the 512 MB of memory that it may have here.")
    elif isinstance(error, ModuleNotFoundError) and error.name:
        top = error.name.partition(".")[0]
        # What a package of the room lacks, Python says.
        if not imported_from_room([top]):
            emit("note", missing(top))


def missing(name):
    if name in sys.stdlib_module_names:
        return f"{name} comes with Python, but cannot work in a browser, so it is not here."
    if name in lacking:
        return lacking[name]
    return f"{name} is not available here: {reason or f'it is looked for where a program says `import {name}`'}."
