from collections import deque

class RateLimiter:
    def __init__(self, limit, window):
        self.limit, self.window = limit, window
        self.calls = {}

    def allow(self, user, now):
        q = self.calls.setdefault(user, deque(maxlen=self.limit))
        while q and q[0] <= now - self.window:
            q.popleft()
        if len(q) == self.limit:
            return False
        q.append(now)
        return True

r = RateLimiter(2, 10)
print([(t, r.allow('a', t)) for t in (1, 2, 3, 11, 12, 13)])
print(r.calls)
