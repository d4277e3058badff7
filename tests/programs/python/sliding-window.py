from collections import Counter, deque


def longest_unique(text):
    seen, start, best = {}, 0, ""
    for i, c in enumerate(text):
        if seen.get(c, -1) >= start:
            start = seen[c] + 1
        seen[c] = i
        best = max(best, text[start : i + 1], key=len)
    return best


def min_window(text, wanted):
    need, missing, start, best = Counter(wanted), len(wanted), 0, ""
    for end, c in enumerate(text, 1):
        missing -= need[c] > 0
        need[c] -= 1
        if missing == 0:
            while need[text[start]] < 0:
                need[text[start]] += 1
                start += 1
            if not best or end - start < len(best):
                best = text[start:end]
            need[text[start]] += 1
            missing += 1
            start += 1
    return best


def max_window(numbers, k):
    queue, result = deque(), []
    for i, n in enumerate(numbers):
        while queue and numbers[queue[-1]] <= n:
            queue.pop()
        queue.append(i)
        if queue[0] <= i - k:
            queue.popleft()
        if i >= k - 1:
            result.append(numbers[queue[0]])
    return result


def three_sum(numbers):
    numbers, result = sorted(numbers), set()
    for i, n in enumerate(numbers):
        l, r = i + 1, len(numbers) - 1
        while l < r:
            total = n + numbers[l] + numbers[r]
            if total == 0:
                result.add((n, numbers[l], numbers[r]))
            l, r = (l + 1, r) if total < 0 else (l, r - 1)
    return sorted(result)


print(longest_unique("abcabcbb"), min_window("ADOBECODEBANC", "ABC"), repr(min_window("a", "aa")))
print(max_window([1, 3, -1, -3, 5, 3, 6, 7], 3), three_sum([-1, 0, 1, 2, -1, -4]))
