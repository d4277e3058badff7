"""asyncio as Python has it: a loop that begins and ends with asyncio.run() and blocks meanwhile, on top of the browser's own."""

import asyncio
import asyncio.runners
import itertools
import math
import queue
import sys
import threading
import time

from pyodide.webloop import _orig_run

# Pyodide's own, which never ends: what suspends Python is carried out by it.
browser_loop = asyncio.get_event_loop()
# While something of JavaScript is awaited, the browser gets its turn this often.
TURN_SECONDS = 0.01
numbers = itertools.count(1)


def aside(function, *values):
    """Calls what suspends Python: not as a part of the program's own loop, and unseen by its debugger."""
    loop, trace = asyncio._get_running_loop(), sys.gettrace()
    events = {tool: sys.monitoring.get_events(tool) for tool in range(6) if sys.monitoring.get_tool(tool)}
    sys.settrace(None)
    for tool in events:
        sys.monitoring.set_events(tool, 0)
    asyncio._set_running_loop(browser_loop)
    try:
        return function(*values)
    finally:
        asyncio._set_running_loop(loop)
        for tool, number in events.items():
            sys.monitoring.set_events(tool, number)
        sys.settrace(trace)


class BlockingLoop(asyncio.base_events.BaseEventLoop):
    """Only time and JavaScript can wake anything here, so it sleeps; and nothing runs beside it."""

    # Only a program that speaks of it has JavaScript fulfil its futures.
    hears_javascript = False

    def __init__(self):
        super().__init__()
        self._selector = self
        # Futures that JavaScript may fulfil: nothing in the library made them.
        self._foreign = set()
        self._heard = set()

    def select(self, timeout):
        if self._foreign:
            timeout = min(TURN_SECONDS, math.inf if timeout is None else timeout)
        elif timeout is None:
            raise RuntimeError(f"{self._waiting()} for something that never happens")
        if timeout > 0:
            time.sleep(timeout)
        return ()

    def _waiting(self):
        lines = sorted({line for task in asyncio.all_tasks(self) for line in waiting_at(task.get_coro())})
        return f"the program waits in line {' and '.join(map(str, lines))}" if lines else "the program waits"

    def create_task(self, coroutine, *, name=None, **options):
        # By a number of their own: what suspends Python is a task as well, of the browser's loop.
        return super().create_task(coroutine, name=name or f"Task-{next(numbers)}", **options)

    def create_future(self):
        future = super().create_future()
        if self.hears_javascript and not is_foreign(sys._getframe(1).f_code.co_filename):
            self._foreign.add(future)
            future.add_done_callback(self._foreign.discard)
        return future

    def run_in_executor(self, executor, function, *values):
        """There is no other thread, so it is done at once."""
        future = super().create_future()
        try:
            future.set_result(function(*values))
        except Exception as error:
            future.set_exception(error)
        return future

    def add_signal_handler(self, number, _callback, *_values):
        """No signal ever comes."""
        self._heard.add(number)

    def remove_signal_handler(self, number):
        was_heard = number in self._heard
        self._heard.discard(number)
        return was_heard

    def _process_events(self, events):
        pass

    def _write_to_self(self):
        pass


def waiting_at(coroutine):
    """The innermost line of the program in which a task waits, if there is one."""
    lines = []
    while coroutine is not None:
        frame = getattr(coroutine, "cr_frame", None)
        if frame and not is_foreign(frame.f_code.co_filename):
            lines.append(frame.f_lineno)
        coroutine = getattr(coroutine, "cr_await", None)
    return lines[-1:]


class Lock:
    """A lock as Python has it, but that whoever waits for it with no end is told that there is nobody to release it."""

    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if self._held and blocking and timeout < 0:
            raise RuntimeError("the program waits for something that never happens: it has one thread here, and no other can wake it")
        if self._held and blocking:
            time.sleep(timeout)
        free, self._held = not self._held, True
        return free

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    def locked(self):
        return self._held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *_):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._held else 'unlocked'} _thread.lock object at {id(self):#x}>"

    def _at_fork_reinit(self):
        self._held = False


class Policy(asyncio.events._AbstractEventLoopPolicy):
    """Makes loops of ours. One is there for who asks for it without making it, as Python had it for long."""

    _loop = None

    def get_event_loop(self):
        if self._loop is None or self._loop.is_closed():
            self._loop = BlockingLoop()
        return self._loop

    def set_event_loop(self, loop):
        self._loop = loop

    def new_event_loop(self):
        return BlockingLoop()


asyncio.events._set_event_loop_policy(Policy())
asyncio.run = _orig_run
# As Python names them on Linux.
BlockingLoop.__name__ = BlockingLoop.__qualname__ = "_UnixSelectorEventLoop"
BlockingLoop.__module__ = "asyncio.unix_events"
Lock.__name__ = Lock.__qualname__ = "lock"
Lock.__module__ = "_thread"
threading.Lock = threading._allocate_lock = Lock
queue.SimpleQueue = queue._PySimpleQueue
