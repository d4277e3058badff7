def initials(name):
    return "".join(f"{part[0]}." for part in name.split()).upper()


def badge(name, width):
    name = name[:width]
    stars = width - len(name)
    left = stars // 2
    return "*" * left + name + "*" * (stars - left)


def tables(guests):
    seats = {}
    for name, table in guests:
        seats.setdefault(table, []).append(name)
    return seats
