from times import seconds_of, time_text


def test_round_trip():
    for seconds in range(0, 100_000, 7):
        assert seconds_of(time_text(seconds)) == seconds


def test_width():
    assert [len(time_text(seconds)) for seconds in (59, 600, 3600, 36_000)] == [4, 5, 7, 8]
