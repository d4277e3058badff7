def fee(minutes):
    if minutes <= 30:
        return 0
    hours = minutes // 60 + 1
    return min(hours * 200, 1500)


def total(stays, tickets):
    stays.sort()
    for _ in range(min(tickets, len(stays))):
        stays.pop()
    return sum(fee(minutes) for minutes in stays)
