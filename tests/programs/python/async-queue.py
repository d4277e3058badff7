import asyncio

async def producer(queue):
    for i in range(5):
        await queue.put(i)
        await asyncio.sleep(0)
    await queue.put(None)

async def consumer(queue, out):
    while (item := await queue.get()) is not None:
        out.append(item * item)
        queue.task_done()

async def main():
    queue = asyncio.Queue(maxsize=2)
    out = []
    await asyncio.gather(producer(queue), consumer(queue, out))
    print(out)
    sem = asyncio.Semaphore(2)
    running = peak = 0
    async def job(i):
        nonlocal running, peak
        async with sem:
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0.001)
            running -= 1
        return i
    print(sum(await asyncio.gather(*(job(i) for i in range(6)))), peak)

asyncio.run(main())
