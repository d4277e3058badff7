def permute(xs):
    if len(xs) <= 1:
        return [xs]
    return [[x] + rest for i, x in enumerate(xs) for rest in permute(xs[:i] + xs[i + 1:])]

print(len(permute(list(range(7)))), permute([1, 2, 3]))
