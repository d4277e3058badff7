class Limiter:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window

    def allow(self, caller, now):
        return True

    def set_limit(self, caller, limit):
        pass


def answers(limit, window, requests):
    """What the limiter says to each request."""
    limiter = Limiter(limit, window)
    said = []
    for caller, now, *own in requests:
        if own:
            limiter.set_limit(caller, own[0])
        said.append(limiter.allow(caller, now))
    return said
