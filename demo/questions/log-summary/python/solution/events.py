LEVELS = ("INFO", "WARN", "ERROR")


def parse_line(line):
    """Time, level, service and message of a line; None if it cannot be read."""
    parts = line.split(" ", 3)
    if len(parts) < 4 or parts[1] not in LEVELS:
        return None
    return dict(zip(("time", "level", "service", "message"), parts))
