from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(lambda x: x * x, range(5))))
    future = pool.submit(pow, 2, 10)
    print(future.result())
