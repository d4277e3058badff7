a = list(range(10))
a[2:4] = ["x", "y", "z"]
print(a, a[::3], a[-3:], a[8:2:-2])
del a[::2]
print(a, a.index(6), a.pop(), a.pop(0), a)
a.insert(1, "in"), a.extend([1, 1]), a.remove(1), a.reverse()
print(a, a.count(1), [1, 2] * 2 + [3], [[0] * 2] * 2, 3 in [1, 2, 3])
grid = [[0] * 2] * 2
grid[0][0] = 1
print(grid, [[0] * 2 for _ in range(2)], list(zip(*[[1, 2, 3], [4, 5, 6]])))
words = ["banana", "Apple", "cherry", "fig"]
print(sorted(words, key=len), sorted(words, key=lambda w: (-len(w), w.lower())), sorted(words, reverse=True), min(words, key=len))
first, *middle, last = words
(x, y), z = (1, 2), 3
print(first, middle, last, x, y, z, [*range(3), *"ab"], {**{"a": 1}, "b": 2} | {"a": 5})
print([x * y for x in range(1, 4) for y in range(x) if (x + y) % 2], {n: n**2 for n in range(3)}, {c for c in "hello" if c > "h"} == {"l", "o"}, [[i * j for j in range(3)] for i in range(2)])
print(any(x > 2 for x in [1, 2, 3]), all([]), sum([[1], [2]], []), list(map(lambda p: p[0] + p[1], [(1, 2)])), list(filter(None, [0, 1, "", "a"])))
print((1,) + (2, 3), tuple("ab"), () == tuple(), (1, 2) < (1, 3), [1, 2] == [1.0, 2.0], hash((1, 2)) == hash((1, 2)))
b = a[:]
b.append("new")
print(len(b) - len(a), b is a, a == a[:], slice(1, 5, 2).indices(4), list(range(5, 0, -2)), range(0, 10, 3)[2], len(range(0, 10, 3)), 9 in range(0, 10, 3))
print({1, 2, 3} & {2, 3, 4}, {1, 2} | {3}, {1, 2} ^ {2, 3}, {1, 2, 3} - {1}, {1} <= {1, 2}, frozenset([1]) == {1}, len(set([1, 1.0, True])))
for attempt in (lambda: [].pop(), lambda: [1, 2][5], lambda: {}["k"], lambda: [1].remove(2), lambda: {[]: 1}, lambda: [3, "a"].sort(), lambda: (1, 2).append(3), lambda: exec("a, b = 1, 2, 3"), lambda: exec("a, b = [1]")):
    try:
        attempt()
    except (IndexError, KeyError, ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
