import asyncio

async def broken():
    raise ValueError("lost")

async def main():
    asyncio.create_task(broken())
    await asyncio.sleep(0.01)
    print("main is over")

asyncio.run(main())
print("on")
