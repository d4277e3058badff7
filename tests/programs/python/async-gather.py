import asyncio

async def work(name, delay):
    await asyncio.sleep(delay)
    print("done", name)
    return name.upper()

async def main():
    print(await asyncio.gather(work("slow", 0.4), work("fast", 0.01)))
    results = await asyncio.gather(work("ok", 0), fail(), return_exceptions=True)
    print(results)
    try:
        await asyncio.wait_for(asyncio.sleep(50), timeout=0.01)
    except asyncio.TimeoutError:
        print("timeout")
    async with asyncio.TaskGroup() as group:
        t = group.create_task(work("grouped", 0.01))
    print(t.result())

async def fail():
    raise ValueError("nope")

asyncio.run(main())
