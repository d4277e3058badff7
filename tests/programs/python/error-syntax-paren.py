def f(x):
    print("value", x

f(1)
