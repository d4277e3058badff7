class Cache:
    def __init__(self, room, seconds):
        self.room = room
        self.seconds = seconds
        self.entries = {}

    def put(self, key, value, now):
        self.entries[key] = value

    def get(self, key, now):
        return self.entries.get(key)

    def size(self, now):
        return len(self.entries)


def play(room, seconds, steps):
    """What each step gave; nothing for put."""
    cache = Cache(room, seconds)
    return [getattr(cache, name)(*args) for name, *args in steps]
