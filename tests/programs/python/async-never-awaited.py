import asyncio

async def save():
    print("saved")

async def main():
    save()
    print("main")

asyncio.run(main())
