import bisect


def grade(score, limits=(60, 70, 80, 90), grades="FDCBA"):
    return grades[bisect.bisect(limits, score)]


print([grade(s) for s in (33, 60, 69, 89.9, 90, 100)])
numbers = [1, 3, 3, 3, 7]
print(bisect.bisect_left(numbers, 3), bisect.bisect_right(numbers, 3), bisect.bisect_left(numbers, 8))
bisect.insort(numbers, 4)
print(numbers)
people = sorted([("Bob", 25), ("Ann", 31), ("Cid", 40)], key=lambda p: p[1])
print(bisect.bisect_left(people, 31, key=lambda p: p[1]))


def longest_increasing(sequence):
    tails = []
    for value in sequence:
        at = bisect.bisect_left(tails, value)
        tails[at : at + 1] = [value]
    return len(tails)


print(longest_increasing([10, 9, 2, 5, 3, 7, 101, 18]))


def search_range(nums, target):
    left = bisect.bisect_left(nums, target)
    right = bisect.bisect_right(nums, target) - 1
    return [left, right] if left <= right else [-1, -1]


print(search_range([5, 7, 7, 8, 8, 10], 8), search_range([5, 7], 6))
