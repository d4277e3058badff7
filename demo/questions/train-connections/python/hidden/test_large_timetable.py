from connections import best


def timetable():
    # A hundred trains along a line of 400 stations; each is a little faster than the one before and begins later.
    rides = []
    for train in range(100):
        step = 12 - train // 20
        for station in range(400):
            departs = train * 7 + station * step
            rides.append([f"T{train}", f"s{station}", f"s{station + 1}", departs, departs + step])
    return rides[::-1]


def test_earliest():
    # The eleventh train of each speed and so on: the fastest that begins first arrives first.
    assert best(timetable(), "s0", "s400", 0, 0) == {"arrives": 80 * 7 + 400 * 8, "changes": 0}


def test_changes_bring_nothing_here():
    assert best(timetable(), "s0", "s400", 0, 10) == {"arrives": 80 * 7 + 400 * 8, "changes": 0}


def test_a_ladder_of_changes():
    rides = [[f"T{n}", f"s{n}", f"s{n + 1}", n * 10, n * 10 + 5] for n in range(11)]
    rides += [[f"X{n}", "far", f"away {n}", n, n + 1] for n in range(40_000)]
    assert best(rides, "s0", "s11", 0, 10) == {"arrives": 105, "changes": 10}
    assert best(rides, "s0", "s11", 0, 9) is None
