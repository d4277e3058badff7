def longest_streak(days):
    """First day and length of the longest run of days in a row."""
    best = []
    first = previous = None
    for day in sorted(set(days)):
        if previous is None or day != previous + 1:
            first = day
        previous = day
        length = day - first + 1
        if not best or length > best[1]:
            best = [first, length]
    return best
