import asyncio

async def inner():
    return 1

async def main():
    try:
        c = inner()
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
        c.close()

asyncio.run(main())
