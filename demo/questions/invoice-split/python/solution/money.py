def percent_of(cents, percent):
    """So many percent of an amount, rounded half up."""
    return (cents * percent + 50) // 100


def text_of(cents):
    """12345 as 123.45."""
    return f"{cents // 100}.{cents % 100:02}"


def share(cents, weights):
    """Splits an amount by weights, and loses no cent: the largest fractions get what is left."""
    sign = -1 if cents < 0 else 1
    whole = sum(weights)
    parts = [abs(cents) * weight // whole for weight in weights]
    by_fraction = sorted(range(len(weights)), key=lambda place: -(abs(cents) * weights[place] % whole))
    for place in by_fraction[: abs(cents) - sum(parts)]:
        parts[place] += 1
    return [sign * part for part in parts]
