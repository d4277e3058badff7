def percent_of(cents, percent):
    """So many percent of an amount, rounded half up."""
    return (cents * percent + 50) // 100


def text_of(cents):
    """12345 as 123.45."""
    return f"{cents // 100}.{cents % 100:02}"
