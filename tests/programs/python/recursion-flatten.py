def flatten(xs):
    for x in xs:
        if isinstance(x, list):
            yield from flatten(x)
        else:
            yield x

nested = [1]
for i in range(2, 400):
    nested = [i, nested]
out = list(flatten(nested))
print(len(out), out[0], out[-1])
