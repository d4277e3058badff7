from collections import deque
from string import ascii_lowercase


def ladder(begin, end, words):
    words = set(words)
    if end not in words:
        return []
    queue, came = deque([begin]), {begin: None}
    while queue:
        word = queue.popleft()
        if word == end:
            path = []
            while word:
                path.append(word)
                word = came[word]
            return path[::-1]
        for i in range(len(word)):
            for c in ascii_lowercase:
                other = word[:i] + c + word[i + 1 :]
                if other in words and other not in came:
                    came[other] = word
                    queue.append(other)
    return []


print(ladder("hit", "cog", ["hot", "dot", "dog", "lot", "log", "cog"]))
print(ladder("hit", "xyz", ["hot"]))
