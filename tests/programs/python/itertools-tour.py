import itertools as it
import operator

print(list(it.chain([1], (2, 3))), list(it.chain.from_iterable(["ab", "c"])), list(it.islice(it.count(10, 5), 3)))
print(list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 4, 1], max)), list(it.accumulate([1, 2], initial=10)))
print(["".join(p) for p in it.permutations("abc", 2)], list(it.combinations(range(4), 2)), list(it.combinations_with_replacement("xy", 2)))
print(list(it.product("ab", repeat=2)), sum(1 for _ in it.product(range(3), range(4))))
for key, group in it.groupby(["apple", "avocado", "banana", "cherry", "cantaloupe"], key=lambda w: w[0]):
    print(key, list(group), end="; ")
print()
print(list(it.takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(it.filterfalse(str.isdigit, "a1b2")))
print(list(it.zip_longest("abc", [1], fillvalue="-")), list(it.pairwise([1, 4, 9, 16])), list(it.batched("abcdefg", 3)))
print(list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.compress("ABCD", [1, 0, 1, 0])), list(it.repeat("x", 2)))
first, second = it.tee(iter(range(3)))
print(next(first), list(second), list(first))
cycle = it.cycle("RGB")
print([next(cycle) for _ in range(5)])
print(list(map(operator.itemgetter(1, 0), [(1, 2), (3, 4)])), list(map(operator.methodcaller("upper"), "ab")))
print(it.count(3), it.repeat(5, 2), list(zip(*[iter(range(6))] * 2)))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as error:
    print(error)
