from itertools import (accumulate, batched, chain, combinations, combinations_with_replacement, compress, count, cycle,
                       dropwhile, filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, tee, zip_longest)
from operator import itemgetter, mul

data = [("eng", "ann", 90), ("eng", "bob", 80), ("ops", "cid", 70), ("eng", "dan", 60)]
for dept, rows in groupby(sorted(data), key=itemgetter(0)):
    rows = list(rows)
    print(dept, len(rows), sum(r[2] for r in rows) / len(rows))
print({k: [*g] for k, g in groupby("aaabccd")})
print(["".join(g) for _, g in groupby("112233a1", str.isdigit)])
print(list(accumulate([1, 2, 3, 4], mul)), list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([1, 2], initial=100)))
print(list(batched("abcdefg", 3)), list(pairwise([1, 4, 9, 16])))
print([*combinations("abc", 2)], [*combinations_with_replacement("ab", 2)], len([*permutations(range(5))]))
print([*product([0, 1], repeat=2)], [*product("ab", [1])])
print([*zip_longest("abc", [1], fillvalue="-")], [*compress("abcdef", [1, 0, 1, 0, 1])])
print([*islice(count(10, 2.5), 4)], [*islice(cycle("xy"), 5)], [*repeat("z", 2)])
print([*dropwhile(str.islower, "abCde")], [*filterfalse(lambda n: n % 2, range(6))], [*starmap(pow, [(2, 3), (3, 2)])])
a, b = tee(iter([1, 2, 3]))
print(next(a), list(b), list(a))


def sliding(iterable, n):
    its = tee(iterable, n)
    return zip(*(islice(it, i, None) for i, it in enumerate(its)))


def powerset(items):
    items = list(items)
    return chain.from_iterable(combinations(items, r) for r in range(len(items) + 1))


def roundrobin(*iterables):
    iterators = cycle(iter(it).__next__ for it in iterables)
    for active in range(len(iterables), 0, -1):
        iterators = cycle(islice(iterators, active))
        try:
            yield from map(lambda f: f(), iterators)
        except RuntimeError:
            return


print(list(sliding("abcde", 3)), list(powerset([1, 2, 3])))


def interleave(*iterables):
    pending = [iter(it) for it in iterables]
    while pending:
        for it in pending[:]:
            try:
                yield next(it)
            except StopIteration:
                pending.remove(it)


print("".join(interleave("ABC", "D", "EF")))
print(max(groupby([1, 1, 2, 2, 2, 3]), key=lambda kv: len(list(kv[1])))[0], list(map(list, zip(*[[1, 2, 3], [4, 5, 6]]))))
print(count(5), repeat(1, 3), cycle([]).__class__.__name__)
run = [(k, len(list(g))) for k, g in groupby("WWWBBW")]
print("".join(f"{n}{c}" for c, n in run), dict(run))
print(sum(1 for p in permutations("aab") if p[0] == "a"), sorted(set(map("".join, permutations("aab")))))
try:
    batched("abc", 0)
except ValueError as error:
    print(error)
try:
    print(list(islice([1], -1)))
except ValueError as error:
    print(error)
list(zip("ab", [1], strict=True))
