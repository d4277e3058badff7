import heapq
from itertools import islice


def merge(logs):
    """Lines [time, server, text] of all logs, by time and lazily."""
    logs = [iter(log) for log in logs]
    heap = []

    def read(server):
        line = next(logs[server], None)
        if line is not None:
            # The server decides among equal times; it is in the heap once, so that texts are never compared.
            heapq.heappush(heap, (line[0], server, line[1]))

    for server in range(len(logs)):
        read(server)
    now = None
    # Of one moment only.
    given = set()
    while heap:
        time, server, text = heapq.heappop(heap)
        if time != now:
            now = time
            given.clear()
        if text not in given:
            given.add(text)
            yield [time, server, text]
        read(server)


def first(logs, count):
    return list(islice(merge(logs), count))
