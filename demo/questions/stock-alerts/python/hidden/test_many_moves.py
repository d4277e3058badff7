from stock import stock_after


def test_many_moves():
    moves = [[f"item {n % 1000}", "in" if n % 3 else "out", 1] for n in range(100_000)]
    # The first move of every third item comes too early and is refused.
    outcome = stock_after(moves)
    assert len(outcome["stock"]) == 1000
    assert outcome["refused"] == [n for n in range(1000) if n % 3 == 0]
    assert sum(outcome["stock"].values()) == 66_666 - 33_334 + 334
