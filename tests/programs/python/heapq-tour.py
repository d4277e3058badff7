import heapq
from dataclasses import dataclass, field
from typing import Any


@dataclass(order=True)
class Item:
    priority: int
    value: Any = field(compare=False)


heap = []
for priority, value in ((5, "write"), (1, "plan"), (3, "test")):
    heapq.heappush(heap, Item(priority, value))
while heap:
    print(heapq.heappop(heap))
data = [7, 2, 9, 4, 1, 8]
heapq.heapify(data)
print(data, heapq.heappushpop(data, 0), heapq.heapreplace(data, 6), heapq.nlargest(2, data), heapq.nsmallest(2, data, key=lambda x: -x))
print(list(heapq.merge([1, 4, 7], [2, 5], [0, 9])), list(heapq.merge("ca", "db", reverse=True)))


class MedianFinder:
    def __init__(self):
        self.low, self.high = [], []

    def add(self, number):
        heapq.heappush(self.high, -heapq.heappushpop(self.low, -number))
        if len(self.high) > len(self.low):
            heapq.heappush(self.low, -heapq.heappop(self.high))

    @property
    def median(self):
        return -self.low[0] if len(self.low) > len(self.high) else (self.high[0] - self.low[0]) / 2


finder = MedianFinder()
for number in (5, 15, 1, 3):
    finder.add(number)
    print(finder.median, end=" ")
print()
try:
    heapq.heappop([])
except IndexError as error:
    print(error)
try:
    heapq.heappush([(1, {})], (1, {}))
except TypeError as error:
    print(error)
