import time
start = time.perf_counter()
time.sleep(0.05)
print(time.perf_counter() - start >= 0.045, time.time() > 1e9, time.monotonic() > 0)
