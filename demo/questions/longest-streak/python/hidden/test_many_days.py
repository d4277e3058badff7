from main import longest_streak


def many_days():
    # Falls from the last day, with a gap at every thousandth day; the last streak is the longest.
    return [day for day in range(199_999, -1, -1) if day % 1000 != 0 or day == 199_000]


def test_streak():
    assert longest_streak(many_days()) == [198_001, 1999]


def test_days_are_left_as_they_were():
    days = many_days()
    longest_streak(days)
    assert days == many_days()
