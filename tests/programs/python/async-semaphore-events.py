import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def connection(name, log):
    log.append(f"open {name}")
    try:
        yield name.upper()
    finally:
        log.append(f"close {name}")


async def numbers(limit):
    for n in range(limit):
        await asyncio.sleep(0)
        yield n


async def main():
    log, active, most = [], 0, 0
    gate, start = asyncio.Semaphore(2), asyncio.Event()

    async def job(n):
        nonlocal active, most
        await start.wait()
        async with gate:
            active += 1
            most = max(most, active)
            await asyncio.sleep(0.001)
            active -= 1
        return n

    tasks = [asyncio.create_task(job(n)) for n in range(5)]
    start.set()
    print(await asyncio.gather(*tasks), most)
    async with connection("db", log) as db:
        print(db)
    print(log)
    print([n async for n in numbers(5) if n % 2], {n: -n async for n in numbers(2)})
    lock = asyncio.Lock()
    async with lock:
        print(lock.locked())
    print(repr(lock).partition('[')[2])
    condition = asyncio.Condition()
    items = []

    async def consume():
        async with condition:
            await condition.wait_for(lambda: items)
            return items.pop()

    waiting = asyncio.create_task(consume())
    await asyncio.sleep(0)
    async with condition:
        items.append("item")
        condition.notify()
    print(await waiting)


asyncio.run(main())
