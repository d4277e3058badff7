import asyncio


async def worker(name, queue, results):
    while True:
        n = await queue.get()
        try:
            if n == 3:
                raise ValueError(f"bad job {n}")
            await asyncio.sleep(0.001 * n)
            results[n] = n * n
        except ValueError as error:
            results[n] = str(error)
        finally:
            queue.task_done()


async def main():
    queue, results = asyncio.Queue(maxsize=2), {}
    workers = [asyncio.create_task(worker(f"w{i}", queue, results), name=f"w{i}") for i in range(3)]
    for n in range(6):
        await queue.put(n)
    await queue.join()
    for task in workers:
        task.cancel()
    ended = await asyncio.gather(*workers, return_exceptions=True)
    print(dict(sorted(results.items())))
    print([type(each).__name__ for each in ended], queue.empty(), queue.maxsize)


asyncio.run(main())
