def mean(xs):
    return sum(xs) / len(xs)

for group in [[1, 2], [], [3]]:
    print(mean(group))
