for i in range(4000):
    print(i, i * i)
