def f(x):
    if x:
    print(x)
f(1)
