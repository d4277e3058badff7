import random
random.seed(42)
print([random.randint(1, 100) for _ in range(5)], random.choice("abc"), random.sample(range(10), 3))
xs = list(range(6)); random.shuffle(xs); print(xs, round(random.random(), 6), random.choices("ab", weights=[1, 9], k=4))
print(random.Random(7).gauss(0, 1))
