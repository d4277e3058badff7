import copy
def add(x, to=[]):
    to.append(x)
    return to
print(add(1), add(2))
a = [[1], [2]]
b, c = copy.copy(a), copy.deepcopy(a)
a[0].append(9)
print(b, c)
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
x = 5
def g():
    print(x)
    x = 6
g()
