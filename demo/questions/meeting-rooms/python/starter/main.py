def assign_rooms(meetings):
    """The number of the room of each meeting."""
    return [number + 1 for number in range(len(meetings))]
