"""What people know from Python on their own machine, where this one would show the browser's, or that of the build."""

import _locale
import ctypes
import gc
import getpass
import inspect
import os
import sys
import time
import traceback

# Numbers of errors as Linux has them; Emscripten has others, which the constants of `errno` keep.
KNOWN_NUMBERS = {
    "EPERM": 1, "ENOENT": 2, "ESRCH": 3, "EINTR": 4, "EIO": 5, "ENXIO": 6, "EBADF": 9, "ECHILD": 10, "EAGAIN": 11,
    "ENOMEM": 12, "EACCES": 13, "EBUSY": 16, "EEXIST": 17, "EXDEV": 18, "ENODEV": 19, "ENOTDIR": 20, "EISDIR": 21,
    "EINVAL": 22, "EMFILE": 24, "ENOTTY": 25, "EFBIG": 27, "ENOSPC": 28, "ESPIPE": 29, "EROFS": 30, "EPIPE": 32,
    "ENAMETOOLONG": 36, "ENOSYS": 38, "ENOTEMPTY": 39, "ELOOP": 40, "ENOTSOCK": 88, "ENOTSUP": 95, "ENOTCONN": 107,
    "ETIMEDOUT": 110, "ECONNREFUSED": 111, "EHOSTUNREACH": 113,
}  # fmt: skip


LOCALES = {"", "C", "POSIX", "C.UTF-8", "C.utf8", "C.UTF8"}


def know_numbers():
    """In what an OSError says of itself, unless a program gave it its number: only the system's words go with ours."""
    import errno

    known = {getattr(errno, name): number for name, number in KNOWN_NUMBERS.items()}
    texts = {number: os.strerror(number) for number in known}
    true_str = OSError.__str__

    def __str__(self):
        said, number = true_str(self), self.errno
        if type(number) is int and number in known and self.strerror == texts[number]:
            return said.replace(f"[Errno {number}]", f"[Errno {known[number]}]", 1)
        return said

    __str__.__qualname__ = "OSError.__str__"
    # Types of C are closed to assignments: their dictionary and, by its place among their slots, the function for str().
    gc.get_referents(OSError.__dict__)[0]["__str__"] = __str__
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(OSError))
    flags, function = 21, 17
    old, new = slots_of(OSError)[function], slots_of(type("Sample", (), {"__str__": __str__}))[function]
    types = [OSError]
    for each in types:
        types += each.__subclasses__()
        slots = slots_of(each)
        if slots[flags] == each.__flags__ and slots[function] == old:
            slots[function] = new


def slots_of(type):
    return (ctypes.c_uint32 * 22).from_address(id(type))


def forget_the_build():
    os.environ.pop("_", None)
    os.environ["PWD"] = os.getcwd()
    sys.executable = sys._base_executable = ""
    # As everywhere today: programs take it for a number that nothing exceeds.
    sys.maxsize = 2**63 - 1


def set_time_zone():
    """The machine that made the snapshot may have been in another one; Python asks only once, when it starts."""
    year = time.localtime().tm_year
    offsets = [time.localtime(time.mktime((year, month, 1, 12, 0, 0, 0, 0, -1))).tm_gmtoff for month in (1, 7)]
    time.timezone, time.altzone = -min(offsets), -max(offsets)
    time.daylight = int(time.timezone != time.altzone)
    time.tzname = tuple(
        f"UTC{'+' if offset > 0 else '-'}{abs(offset) // 3600:02}{abs(offset) // 60 % 60:02}" if offset else "UTC"
        for offset in sorted(offsets)
    )
    for address, name in zip(zone_names, time.tzname):
        ctypes.memmove(address, f"{name}\0".encode(), len(name) + 1)


def system(command):
    """Clears the screen, which is what programs want of it."""
    if os.fsdecode(command).strip() in ("clear", "cls"):
        print("\033[2J\033[H", end="", flush=True)
        return 0
    emit("note", "Other programs cannot be started here.")
    return 127 << 8


def set_locale(category, locale=None, /):
    """Refuses others than C, as a machine does that lacks them: the system below takes any name, and goes on as before."""
    names = locale.split(";") if isinstance(locale, str) else []
    if any(name.rpartition("=")[2] not in LOCALES for name in names):
        raise _locale.Error("unsupported locale setting")
    return true_set_locale(category, locale)


def ask_secret(prompt="Password: ", stream=None, *, echo_char=None):
    return input(prompt)


def is_ours(frame):
    return frame.f_code.co_filename == "<code-room>"


def walk_stack(f):
    """Ends, for who prints it, at the program: what has called that is no part of it."""
    calls = true_walk(f or sys._getframe(1))
    return ((frame, line) for frame, line in calls if not is_ours(frame))


def getouterframes(frame, context=1):
    return [each for each in true_outer(frame, context) if not is_ours(each.frame)]


true_walk, traceback.walk_stack = traceback.walk_stack, walk_stack
true_outer, inspect.getouterframes = inspect.getouterframes, getouterframes
# Where C keeps the names that it gives to each time.
zone_names = (ctypes.c_void_p * 2).in_dll(ctypes.pythonapi, "tzname")
know_numbers()
forget_the_build()
true_set_locale, _locale.setlocale = _locale.setlocale, set_locale
set_locale.__name__ = set_locale.__qualname__ = "setlocale"
if "locale" in sys.modules:
    sys.modules["locale"]._setlocale = set_locale
system.__module__ = "posix"
os.system = system
ask_secret.__name__ = ask_secret.__qualname__ = "getpass"
getpass.getpass = ask_secret
sys.modules.pop("ctypes", None)
