import asyncio
import contextlib
from collections import deque


class Limiter:
    def __init__(self, n):
        self.n, self.waiters, self.most, self.now = n, deque(), 0, 0

    async def __aenter__(self):
        while self.now >= self.n:
            future = asyncio.get_running_loop().create_future()
            self.waiters.append(future)
            await future
        self.now += 1
        self.most = max(self.most, self.now)
        return self

    async def __aexit__(self, kind, error, tb):
        self.now -= 1
        if self.waiters:
            self.waiters.popleft().set_result(None)


async def fetch(limiter, n):
    async with limiter:
        await asyncio.sleep(0.01 * (n % 3))
        if n == 4:
            raise LookupError(f"page {n}")
        return n * n


async def ticker(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    finally:
        print("ticker closed")


@contextlib.asynccontextmanager
async def session(name):
    print("open", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("swallowed", error)
    finally:
        print("close", name)


async def main():
    limiter = Limiter(2)
    results = await asyncio.gather(*(fetch(limiter, n) for n in range(6)), return_exceptions=True)
    print(results, limiter.most)
    print([x async for x in ticker(3)], {x: x async for x in ticker(2) if x})
    async for x in ticker(10):
        if x == 1:
            break
    async with session("a") as a, session("b"):
        print(a)
        raise ValueError("inner")
    try:
        async with asyncio.TaskGroup() as group:
            ok = group.create_task(fetch(limiter, 1), name="ok")
            group.create_task(fetch(limiter, 4))
            slow = group.create_task(asyncio.sleep(10, "never"))
    except* LookupError as errors:
        print("group:", errors.exceptions, ok.done(), slow.cancelled(), ok.get_name())
    try:
        async with asyncio.timeout(0.02):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timed out")
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 0.01)
    except asyncio.TimeoutError as error:
        print(repr(error))
    queue = asyncio.PriorityQueue(maxsize=2)

    async def producer():
        for item in [(3, "c"), (1, "a"), (2, "b")]:
            await queue.put(item)
        await queue.put((9, None))

    made = asyncio.create_task(producer())
    got = []
    while (item := await queue.get())[1]:
        got.append(item)
        queue.task_done()
    print(got, queue.qsize(), made.done())
    condition, log = asyncio.Condition(), []

    async def waiter(n):
        async with condition:
            await condition.wait_for(lambda: len(log) >= n)
            log.append(f"w{n}")
            condition.notify_all()

    tasks = [asyncio.create_task(waiter(n)) for n in (2, 1, 0)]
    await asyncio.wait(tasks)
    print(log)
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(t, t)) for t in (0.05, 0.01)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), done.pop().result())
    for task in pending:
        task.cancel("no need")
    try:
        await pending.pop()
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    for next_done in asyncio.as_completed([asyncio.sleep(0.02, "late"), asyncio.sleep(0, "early")]):
        print(await next_done)
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, print, "later")
    loop.call_soon(print, "soon")
    print(await asyncio.shield(asyncio.sleep(0.02, "shielded")), await asyncio.to_thread(sum, [1, 2]) if False else 3)
    barrier = asyncio.Barrier(2)
    print(sorted(await asyncio.gather(barrier.wait(), barrier.wait())), asyncio.current_task().get_name())
    await fetch(limiter, 4)


asyncio.run(main())
