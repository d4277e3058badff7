import asyncio, gc

async def bad():
    raise ValueError("lost")

async def main():
    task = asyncio.ensure_future(bad())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    gc.collect()
    print("end")

asyncio.run(main())
