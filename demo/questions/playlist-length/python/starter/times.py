def seconds_of(time):
    """Seconds of a time such as 3:45 or 1:02:03."""
    return 0


def time_text(seconds):
    """A time such as 3:45 or 1:02:03."""
    return ""
