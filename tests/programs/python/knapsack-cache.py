from functools import cache

weights = [1, 3, 4, 5]
values = [1, 4, 5, 7]

@cache
def best(i, room):
    if i == len(weights):
        return 0
    skip = best(i + 1, room)
    if weights[i] > room:
        return skip
    return max(skip, values[i] + best(i + 1, room - weights[i]))

print([best(0, room) for room in range(12)])
print(best.cache_info().currsize > 10)
