from itertools import islice


def merge(logs):
    """Lines [time, server, text] of all logs, by time and lazily."""
    for server, log in enumerate(logs):
        for time, text in log:
            yield [time, server, text]


def first(logs, count):
    return list(islice(merge(logs), count))
