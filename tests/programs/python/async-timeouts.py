import asyncio


async def slow(n):
    try:
        await asyncio.sleep(n)
        return n
    except asyncio.CancelledError:
        print("cancelled", n)
        raise


async def main():
    try:
        await asyncio.wait_for(slow(5), timeout=0.01)
    except TimeoutError as error:
        print(type(error).__name__, repr(error))
    try:
        async with asyncio.timeout(0.01):
            await slow(6)
    except TimeoutError:
        print("timeout block")
    done, pending = await asyncio.wait(
        [asyncio.ensure_future(slow(n)) for n in (0.001, 7)], return_when=asyncio.FIRST_COMPLETED
    )
    print(len(done), len(pending), done.pop().result())
    for task in pending:
        task.cancel()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(slow(8))
            group.create_task(asyncio.sleep(0.01)).add_done_callback(lambda task: print("short done"))
            await asyncio.sleep(0.02)
            raise KeyError("inside")
    except* KeyError as caught:
        print(caught.exceptions)
    shielded = asyncio.shield(asyncio.sleep(0.001, "kept"))
    print(await shielded)
    results = [await each for each in asyncio.as_completed([slow(0.03), slow(0.002)])]
    print(results)


asyncio.run(main())
