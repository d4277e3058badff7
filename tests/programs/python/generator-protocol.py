def averager():
    total = count = 0
    average = None
    while True:
        try:
            value = yield average
        except ValueError:
            print("reset")
            total = count = 0
            average = None
            continue
        if value is None:
            return average
        total += value
        count += 1
        average = total / count


def collected(store):
    while True:
        result = yield from averager()
        store.append(result)


g = averager()
next(g)
print(g.send(10), g.send(20), g.throw(ValueError("again")), g.send(7))
try:
    g.send(None)
except StopIteration as stop:
    print("result", stop.value)
store = []
c = collected(store)
next(c)
for value in (1, 3, None, 5, None):
    c.send(value)
print(store)
c.close()


def finalizing():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


for n in finalizing():
    print(n)
    break
f = finalizing()
next(f)
f.close()
print(list(f), (x for x in ()).gi_frame is not None)


def bad():
    yield 1
    raise StopIteration("no")


try:
    list(bad())
except RuntimeError as error:
    print(error, "|", repr(error.__cause__))
