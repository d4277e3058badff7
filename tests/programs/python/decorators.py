import functools

def retry(times):
    def wrap(fn):
        @functools.wraps(fn)
        def inner(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return fn(*args, **kwargs)
                except ValueError as e:
                    print(f"attempt {attempt}: {e}")
            raise RuntimeError(f"{fn.__name__} failed {times} times")
        return inner
    return wrap

calls = 0

@retry(3)
def flaky(limit):
    """Fails at first."""
    global calls
    calls += 1
    if calls < limit:
        raise ValueError(f"call {calls}")
    return calls

print(flaky(3), flaky.__name__, flaky.__doc__)
calls = 0
flaky(10)
