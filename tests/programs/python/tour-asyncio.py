import asyncio, time
async def worker(name, q, out):
    while True:
        n = await q.get()
        await asyncio.sleep(n / 1000)
        out.append((name, n)); q.task_done()
async def main():
    q = asyncio.Queue(); out = []
    for n in (3, 1, 2): q.put_nowait(n)
    ts = [asyncio.create_task(worker(f"w{i}", q, out)) for i in range(2)]
    await q.join()
    for t in ts: t.cancel()
    print(await asyncio.gather(*ts, return_exceptions=True)); print(sorted(n for _, n in out))
    sem = asyncio.Semaphore(2); lock = asyncio.Lock(); ev = asyncio.Event()
    async def s(i):
        async with sem: await asyncio.sleep(0.001); return i
    for f in asyncio.as_completed([s(i) for i in range(3)]): await f
    done, pending = await asyncio.wait([asyncio.create_task(s(1)), asyncio.create_task(asyncio.sleep(9))], return_when=asyncio.FIRST_COMPLETED); print(len(done), len(pending))
    try:
        async with asyncio.timeout(0.01): await ev.wait()
    except TimeoutError: print("timeout")
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(s(1)); tg.create_task(bad())
    except* ValueError as e: print("group", e.exceptions)
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()), asyncio.get_running_loop().is_running())
    async with ctx() as c: print(c)
    print([x async for x in agen()], await asyncio.shield(s(4)), await asyncio.wait_for(s(5), 1))
    t = asyncio.create_task(asyncio.sleep(5)); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print("cancelled", t.cancelled())
    loop = asyncio.get_running_loop(); loop.call_soon(print, "soon"); loop.call_later(0.001, print, "later"); await asyncio.sleep(0.01)
    c = await asyncio.to_thread(lambda: 3); print(c)
async def bad(): raise ValueError("b")
class ctx:
    async def __aenter__(self): return "entered"
    async def __aexit__(self, *a): print("exited")
async def agen():
    for i in range(3): await asyncio.sleep(0); yield i
t = time.perf_counter(); asyncio.run(main()); print(time.perf_counter() - t < 2)
with asyncio.Runner() as r: print(r.run(asyncio.sleep(0, 7)))
