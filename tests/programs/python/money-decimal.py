from decimal import Decimal, ROUND_HALF_UP, ROUND_HALF_EVEN, getcontext, InvalidOperation
from fractions import Fraction

price = Decimal('19.99')
print(price * 3, (price * Decimal('0.0825')).quantize(Decimal('0.01'), rounding=ROUND_HALF_UP))
print(Decimal('2.675').quantize(Decimal('.01'), ROUND_HALF_EVEN), round(2.675, 2), 0.1 + 0.2)
print(Decimal(1) / Decimal(7))
getcontext().prec = 6
print(Decimal(1) / Decimal(7), Decimal('1e-10') + 1)
print(Fraction(1, 3) + Fraction(1, 6), Fraction('0.125'), f"{Decimal('1234567.891'):,.2f}")
try:
    Decimal('abc')
except InvalidOperation as e:
    print(type(e).__name__, e)
