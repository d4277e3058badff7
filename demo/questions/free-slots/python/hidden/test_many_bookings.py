from main import free_slots


def many_bookings():
    # Every second minute is taken, again and again, in an order that is far from sorted.
    return [[n * 7 % 720 * 2, n * 7 % 720 * 2 + 1] for n in range(100_000)]


def test_slots():
    slots = free_slots(many_bookings(), 0, 1440, 1)
    assert slots == [[minute, minute + 1] for minute in range(1, 1440, 2)]


def test_bookings_are_left_as_they_were():
    bookings = many_bookings()
    free_slots(bookings, 0, 1440, 1)
    assert bookings == many_bookings()
