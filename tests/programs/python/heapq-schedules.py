import heapq
from dataclasses import dataclass, field
from itertools import count

# k sorted lists, top k, a running median, a scheduler
print(list(heapq.merge([1, 4, 9], [2, 3, 10], [], [5])))
print(list(heapq.merge("aDz", "Bcy", key=str.lower)))
words = "the quick brown fox jumps over the lazy dog the end".split()
print(heapq.nlargest(3, words, key=len), heapq.nsmallest(2, {"a": 3, "b": 1, "c": 2}.items(), key=lambda kv: kv[1]))
heap = [5, 3, 8, 1]
heapq.heapify(heap)
print(heap, heapq.heappushpop(heap, 0), heapq.heapreplace(heap, 7), heap)


class Median:
    def __init__(self):
        self.low, self.high = [], []

    def add(self, n):
        heapq.heappush(self.high, -heapq.heappushpop(self.low, -n))
        if len(self.high) > len(self.low):
            heapq.heappush(self.low, -heapq.heappop(self.high))

    @property
    def value(self):
        return -self.low[0] if len(self.low) > len(self.high) else (self.high[0] - self.low[0]) / 2


m = Median()
for n in [5, 15, 1, 3, 8, 7]:
    m.add(n)
    print(m.value, end=" ")
print()


@dataclass(order=True)
class Task:
    priority: int
    order: int
    name: str = field(compare=False)
    removed: bool = field(default=False, compare=False)


class Queue:
    def __init__(self):
        self.heap, self.entries, self.counter = [], {}, count()

    def add(self, name, priority=0):
        if name in self.entries:
            self.entries[name].removed = True
        self.entries[name] = task = Task(priority, next(self.counter), name)
        heapq.heappush(self.heap, task)

    def pop(self):
        while self.heap:
            task = heapq.heappop(self.heap)
            if not task.removed:
                del self.entries[task.name]
                return task.name
        raise KeyError("pop from an empty priority queue")


q = Queue()
for name, p in [("write", 5), ("test", 1), ("deploy", 9), ("review", 1), ("deploy", 0)]:
    q.add(name, p)
print([q.pop() for _ in range(4)])


def meeting_rooms(intervals):
    ends, most = [], 0
    for start, end in sorted(intervals):
        while ends and ends[0] <= start:
            heapq.heappop(ends)
        heapq.heappush(ends, end)
        most = max(most, len(ends))
    return most


print(meeting_rooms([(0, 30), (5, 10), (15, 20), (9, 16)]))


def reorganize(s):
    from collections import Counter

    counts = [(-n, c) for c, n in Counter(s).items()]
    heapq.heapify(counts)
    result, held = [], None
    while counts or held:
        if not counts:
            return ""
        n, c = heapq.heappop(counts)
        result.append(c)
        if held:
            heapq.heappush(counts, held)
        held = (n + 1, c) if n + 1 else None
    return "".join(result)


print(reorganize("aabbbc"), repr(reorganize("aaab")))
try:
    heapq.heappush([{"a": 1}], {"b": 2})
except TypeError as error:
    print(error)
try:
    heapq.heappop([])
except IndexError as error:
    print(error)
q.pop()
