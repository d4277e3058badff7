from itertools import count

from main import first, merge


def test_logs_that_never_end():
    logs = [((n, "even") for n in count(0, 2)), ((n, "odd") for n in count(1, 2))]
    assert first(logs, 4) == [[0, 0, "even"], [1, 1, "odd"], [2, 0, "even"], [3, 1, "odd"]]


def test_one_line_ahead():
    read = [0, 0]

    def log(server, lines):
        for line in lines:
            read[server] += 1
            yield line

    lines = merge([log(0, [(1, "a"), (1, "a"), (4, "b"), (5, "c")]), log(1, [(2, "x"), (3, "y"), (9, "z")])])
    assert next(lines) == [1, 0, "a"]
    assert read[0] <= 2 and read[1] <= 1
    # The repeat was left out.
    assert next(lines) == [2, 1, "x"]
    assert read[0] <= 3 and read[1] <= 2
    assert next(lines) == [3, 1, "y"]
    assert read[0] <= 3 and read[1] <= 3
