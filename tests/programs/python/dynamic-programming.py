def edit_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], previous if x == y else 1 + min(previous, row[j], row[j - 1])
    return row[-1]


def longest_common(a, b):
    table = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + x if x == y else max(table[i][j + 1], table[i + 1][j], key=len)
    return table[-1][-1]


def coins(values, amount):
    best = [0] + [float("inf")] * amount
    for total in range(1, amount + 1):
        best[total] = min((best[total - v] + 1 for v in values if v <= total), default=float("inf"))
    return best[amount]


def kadane(numbers):
    best = current = numbers[0]
    for n in numbers[1:]:
        current = max(n, current + n)
        best = max(best, current)
    return best


def word_break(text, words):
    reachable = [True] + [False] * len(text)
    for end in range(1, len(text) + 1):
        reachable[end] = any(reachable[end - len(w)] and text[:end].endswith(w) for w in words if len(w) <= end)
    return reachable[-1]


def trap(heights):
    left, right, water, l, r = 0, 0, 0, 0, len(heights) - 1
    while l < r:
        if heights[l] < heights[r]:
            left = max(left, heights[l])
            water += left - heights[l]
            l += 1
        else:
            right = max(right, heights[r])
            water += right - heights[r]
            r -= 1
    return water


print(edit_distance("kitten", "sitting"), longest_common("AGGTAB", "GXTXAYB"), coins([1, 5, 11], 15), coins([5], 3))
print(kadane([-2, 1, -3, 4, -1, 2, 1, -5, 4]), word_break("leetcode", ["leet", "code"]), word_break("catsandog", ["cats", "dog", "sand", "and", "cat"]), trap([0, 1, 0, 2, 1, 0, 1, 3, 2, 1, 2, 1]))
