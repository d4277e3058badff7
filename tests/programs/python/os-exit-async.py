import os, asyncio, atexit, contextlib

atexit.register(print, "atexit: never")

class Leaves:
    def __del__(self):
        print("del: never")
    def __repr__(self):
        os._exit(7)

@contextlib.contextmanager
def around():
    try:
        yield
    finally:
        print("finally: never")

async def deep(n):
    if n:
        await asyncio.sleep(0)
        return await deep(n - 1)
    with around():
        print([Leaves()], flush=True)

async def main():
    await asyncio.gather(deep(5), deep(9))

print("begin", flush=True)
asyncio.run(main())
