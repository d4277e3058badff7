from ..models import total

RATE = 0.1


def discount(amount):
    return round(amount * RATE, 2)
