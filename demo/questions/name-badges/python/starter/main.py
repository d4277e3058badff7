def initials(name):
    first, last = name.split(" ")[0], name.split(" ")[-1]
    return f"{first[0]}.{last[0]}.".upper()


def badge(name, width):
    name = name[:width]
    stars = (width - len(name)) // 2
    return "*" * stars + name + "*" * stars


def tables(guests):
    seats = {}
    for name, table in guests:
        seats[table] = []
        seats[table].append(name)
    return seats
