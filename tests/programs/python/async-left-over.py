import asyncio

async def tick():
    for n in range(1000):
        print("tick", n)
        await asyncio.sleep(0)

async def main():
    asyncio.create_task(tick())
    for _ in range(3):
        await asyncio.sleep(0)
    print("end of main")

asyncio.run(main())
print("after")
