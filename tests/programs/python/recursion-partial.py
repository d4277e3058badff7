from functools import partial, wraps, reduce
def logged(fn):
    @wraps(fn)
    def inner(*a, **k):
        return fn(*a, **k)
    return inner
@logged
def down(n):
    return 0 if n == 0 else 1 + down(n - 1)
print(down(400))
step = lambda self, n: 0 if n == 0 else 1 + partial(self, self)(n - 1)
print(step(step, 250))
print(sorted(range(5), key=lambda x: -x), max([[1], [2]], key=lambda xs: xs[0]), list(map(lambda x: reduce(lambda a, b: a + b, range(x + 1)), range(4))))
