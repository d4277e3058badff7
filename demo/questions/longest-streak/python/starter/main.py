def longest_streak(days):
    """First day and length of the longest run of days in a row."""
    return []
