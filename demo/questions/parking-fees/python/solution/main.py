DAY = 1440
MOST = 1500


def fee(minutes):
    if minutes <= 30:
        return 0
    days, rest = divmod(minutes, DAY)
    hours = -(-rest // 60)
    return days * MOST + min(hours * 200, MOST)


def total(stays, tickets):
    dearest_last = sorted(stays)
    paid = dearest_last[: max(0, len(stays) - tickets)]
    return sum(fee(minutes) for minutes in paid)
