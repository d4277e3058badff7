import heapq


def assign_rooms(meetings):
    """The number of the room of each meeting."""
    rooms = [0] * len(meetings)
    free = []
    taken = []
    for place in sorted(range(len(meetings)), key=lambda place: meetings[place][0]):
        start, end = meetings[place]
        while taken and taken[0][0] <= start:
            heapq.heappush(free, heapq.heappop(taken)[1])
        # No room is free: all that were ever opened are taken.
        room = heapq.heappop(free) if free else len(taken) + 1
        heapq.heappush(taken, (end, room))
        rooms[place] = room
    return rooms
