from collections import deque


class Limiter:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self._own_limits = {}
        # Times of allowed requests, the oldest first.
        self._allowed = {}

    def allow(self, caller, now):
        allowed = self._allowed.setdefault(caller, deque())
        while allowed and allowed[0] + self.window <= now:
            allowed.popleft()
        if len(allowed) >= self._own_limits.get(caller, self.limit):
            return False
        allowed.append(now)
        return True

    def set_limit(self, caller, limit):
        self._own_limits[caller] = limit


def answers(limit, window, requests):
    """What the limiter says to each request."""
    limiter = Limiter(limit, window)
    said = []
    for caller, now, *own in requests:
        if own:
            limiter.set_limit(caller, own[0])
        said.append(limiter.allow(caller, now))
    return said
