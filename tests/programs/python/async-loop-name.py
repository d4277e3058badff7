import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(loop, type(loop), type(loop).__name__)


asyncio.run(main())
