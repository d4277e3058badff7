def free_slots(bookings, opens, closes, minutes):
    """The free slots [start, end] that are long enough, earliest first."""
    return []


if __name__ == "__main__":
    print(free_slots([[600, 660], [540, 570]], 480, 720, 30))
