class Cache:
    def __init__(self, room, seconds):
        self.room = room
        self.seconds = seconds
        # Two orders of the same keys: by last use, and by when they run out.
        self._used = {}
        self._kept = {}

    def put(self, key, value, now):
        self._forget(now)
        if key in self._used:
            self._remove(key)
        elif len(self._used) == self.room:
            self._remove(next(iter(self._used)))
        self._used[key] = value
        self._kept[key] = now

    def get(self, key, now):
        self._forget(now)
        if key not in self._used:
            return None
        value = self._used.pop(key)
        self._used[key] = value
        return value

    def size(self, now):
        self._forget(now)
        return len(self._used)

    def _forget(self, now):
        """Takes away what ran out; as the time never falls, it stands first."""
        while self._kept:
            key, kept = next(iter(self._kept.items()))
            if kept + self.seconds > now:
                break
            self._remove(key)

    def _remove(self, key):
        del self._used[key]
        del self._kept[key]


def play(room, seconds, steps):
    """What each step gave; nothing for put."""
    cache = Cache(room, seconds)
    return [getattr(cache, name)(*args) for name, *args in steps]
