"""What a program prints and reads: printed at once unless it prints much, read line by line from whoever answers."""

import builtins
import io
import linecache
import operator
import os
import signal
import sys
import time

# SIGUSR1 and SIGUSR2, as pulse.ts has them.
HOLD, RELEASE = 10, 12


def stream(descriptor, name, errors):
    # Unbuffered, as `python -u` has it: what is printed before an endless loop must be seen.
    raw = io.FileIO(descriptor, "w", closefd=False)
    raw.name = name
    text = io.TextIOWrapper(raw, encoding="utf-8", errors=errors, write_through=True)
    text.mode = "w"
    text._CHUNK_SIZE = 65536
    return text


def flush():
    for each in (sys.__stdout__, sys.__stderr__):
        try:
            each.flush()
        except (RuntimeError, ValueError, OSError):
            pass  # The program closed it, or is in the middle of writing to it.


def flush_all():
    """Those too that the program has put in their place, which nothing regulates: as Python does before an error and at the end."""
    for name in ("stdout", "stderr"):
        try:
            getattr(sys, name).flush()
        except Exception:
            pass  # It may be anything, or closed.
    flush()


def regulate(number, _frame):
    """A flood is held back and flushed some times a second, by another signal each; all else is printed at once."""
    for each in (sys.__stdout__, sys.__stderr__):
        try:
            each.reconfigure(write_through=number == RELEASE)
            each.flush()
        except (RuntimeError, ValueError, OSError):
            pass  # As above.


def next_line(prompt, reads_all=False):
    """The next line with its newline, None at the end. `ask` comes from boot.ts."""
    flush_all()
    return ask(prompt, reads_all)


class Keyboard(io.RawIOBase):
    """Never reads further than to the end of a line, so that nobody is asked before the program needs it."""

    mode = "rb"
    rest = b""
    # Whoever reads through it may have left a part of a line in the buffers above it.
    was_read, asks = False, True

    def __init__(self, name):
        self.name = name

    def fileno(self):
        return 0

    def readable(self):
        return True

    def readinto(self, buffer):
        data = self.rest
        if not data and self.asks:
            data = (next_line("", True) or "").encode("utf-8", "surrogateescape")
        size = min(len(buffer), len(data))
        buffer[:size] = data[:size]
        self.rest = data[size:]
        self.was_read = True
        return size


def rest_of_line():
    """What is left of a line of which a part was read."""
    keys.asks = False
    try:
        return keyboard.readline()
    finally:
        keys.asks = True


def read_input(*prompts, **names):
    if names or len(prompts) > 1:
        return read_input.__wrapped__(*prompts, **names)  # It says what is wrong.
    prompt = prompts[0] if prompts else ""
    if sys.stdin is keyboard:
        line = keys.was_read and rest_of_line()
        keys.was_read = bool(line)
        if line:
            print(prompt, end="", flush=True)
        else:
            line = next_line(str(prompt))
    else:
        print(prompt, end="", flush=True)
        line = sys.stdin.readline()
    if not line:
        raise EOFError("EOF when reading a line")
    return line.removesuffix("\n")


def open_file(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """As ever, but that the program's input and its own text are no files of the disk."""
    path = os.fspath(file) if isinstance(file, os.PathLike) else file
    reads = isinstance(path, (int, str)) and not set("wax+") & set(mode)
    if reads and path in (0, "/dev/stdin", "/proc/self/fd/0"):
        raw = io.BufferedReader(Keyboard(path))
    elif reads and path in linecache.cache and not os.path.exists(path):
        raw = io.BytesIO("".join(linecache.cache[path][2]).encode())
    else:
        return true_open(file, mode, buffering, encoding, errors, newline, closefd, opener)
    return raw if "b" in mode else io.TextIOWrapper(raw, encoding or "utf-8", errors or "surrogateescape", newline)


def read_bytes(descriptor, length, /):
    """Of the input a line, or of what was given before the run as much as is wanted, as of a file."""
    if descriptor != 0:
        return true_read(descriptor, length)
    data = keys.read(length)
    while data and len(data) < length and not keys.rest and (line := next_line("", "given")):
        keys.rest = line.encode("utf-8", "surrogateescape")
        data += keys.read(length - len(data))
    return data


def sleep(*values, **names):
    if names or len(values) != 1:
        return sleep.__wrapped__(*values, **names)  # It says what is wrong.
    seconds = values[0] if isinstance(values[0], float) else operator.index(values[0])
    if not seconds >= 0:
        return sleep.__wrapped__(seconds)
    flush()
    # What is only repeated to come to the next question has waited already.
    if not is_repeating():
        rest(seconds * 1000)
        aside(true_sleep, seconds)


true_sleep, time.sleep = time.sleep, sleep
# Python's own, also for help() and inspect.signature(); Pyodide has wrapped the first itself.
sleep.__wrapped__, read_input.__wrapped__ = getattr(true_sleep, "__wrapped__", true_sleep), builtins.input
builtins.input = read_input
true_read, os.read = os.read, read_bytes
read_bytes.__name__ = read_bytes.__qualname__ = "read"
true_open, builtins.open, io.open = io.open, open_file, open_file
open_file.__name__ = open_file.__qualname__ = "open"
read_input.__name__ = read_input.__qualname__ = "input"
sys.stdout = sys.__stdout__ = stream(1, "<stdout>", "strict")
sys.stderr = sys.__stderr__ = stream(2, "<stderr>", "backslashreplace")
keys = Keyboard("<stdin>")
keyboard = io.TextIOWrapper(io.BufferedReader(keys), encoding="utf-8", errors="surrogateescape")
keyboard.mode = "r"
sys.stdin = sys.__stdin__ = keyboard
for number in (HOLD, RELEASE):
    signal.signal(number, regulate)
