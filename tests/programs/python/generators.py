def countdown(n):
    while n:
        got = yield n
        n = got if got is not None else n - 1
    return "done"

g = countdown(3)
print(next(g), next(g), g.send(5), next(g))
g.close()
def outer():
    result = yield from countdown(2)
    print("result", result)
print(list(outer()))
import itertools
print(list(itertools.islice(itertools.count(10, 5), 4)))
print([(k, len(list(v))) for k, v in itertools.groupby("aaabbc")])
print(list(itertools.accumulate([1, 2, 3, 4], lambda a, b: a * b)))
print(list(itertools.pairwise("abcd")), list(itertools.batched("abcde", 2)))
print(sum(1 for _ in itertools.permutations(range(5))), list(itertools.combinations("abc", 2)))
def bad():
    yield 1
    raise StopIteration
for x in bad():
    print(x)
