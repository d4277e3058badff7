from copy import deepcopy

from main import receipt_total

LINES = [
    {"name": f"item {n}", "cents": 101, "count": 100, "offer": ["none", "third-free", "half"][n % 3]}
    for n in range(999)
]


def test_total():
    # 333 lines of each kind: 100, 67 and 100 pieces at half the price.
    assert receipt_total(LINES, 0) == 333 * (101 * 100 + 101 * 67 + 50 * 100)


def test_lines_are_left_as_they_were():
    before = deepcopy(LINES)
    receipt_total(LINES, 5)
    assert LINES == before
