from main import assign_rooms


def test_all_overlap():
    meetings = [[n, 200_000] for n in range(100_000)]
    assert assign_rooms(meetings) == list(range(1, 100_001))


def test_every_room_twice():
    meetings = [[n, 50_000 + n] for n in range(100_000)]
    assert assign_rooms(meetings) == [n % 50_000 + 1 for n in range(100_000)]
