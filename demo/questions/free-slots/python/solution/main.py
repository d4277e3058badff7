def free_slots(bookings, opens, closes, minutes):
    """The free slots [start, end] that are long enough, earliest first."""
    slots = []
    free_from = opens
    # The end of the day is a booking like any other: it closes the last gap.
    for start, end in sorted(bookings) + [[closes, closes]]:
        gap_end = min(start, closes)
        if gap_end - free_from >= minutes:
            slots.append([free_from, gap_end])
        free_from = max(free_from, end)
    return slots


if __name__ == "__main__":
    print(free_slots([[600, 660], [540, 570]], 480, 720, 30))
