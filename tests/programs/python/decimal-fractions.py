from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation, getcontext, localcontext
from fractions import Fraction
import statistics

print(0.1 + 0.2, Decimal("0.1") + Decimal("0.2"), Decimal(0.1))
print(Decimal("2.675").quantize(Decimal("0.01"), ROUND_HALF_UP), Decimal("2.665").quantize(Decimal("0.01"), ROUND_HALF_EVEN), Decimal("-2.5").quantize(Decimal(1), ROUND_DOWN))
print(Decimal(1) / Decimal(7), getcontext().prec)
with localcontext() as context:
    context.prec = 5
    print(Decimal(1) / Decimal(7), Decimal(2).sqrt())
print(Decimal("1E+3"), Decimal("1000").normalize(), f"{Decimal('1234567.891'):,.2f}", Decimal("NaN"), Decimal("-Infinity"))
print(Decimal("3.14").as_tuple(), Decimal("5.0") == 5, hash(Decimal("5.0")) == hash(5), int(Decimal("-3.9")))
for attempt in (lambda: Decimal(1) / 0, lambda: Decimal("abc"), lambda: Decimal(1) + 0.5):
    try:
        attempt()
    except (DivisionByZero, InvalidOperation, TypeError) as error:
        print(type(error).__name__, error)
print(Fraction(1, 3) + Fraction(1, 6), Fraction("0.125"), Fraction(0.5), Fraction(22, 7).limit_denominator(5), float(Fraction(1, 3)))
print(sum([Fraction(1, n) for n in range(1, 8)]), Fraction(-7, 2) // 1, repr(Fraction(3)))
data = [2, 4, 4, 4, 5, 5, 7, 9]
print(statistics.mean(data), statistics.median(data), statistics.mode(data), statistics.pstdev(data), statistics.quantiles(data), statistics.multimode("aabb"))
total = sum((Decimal(price) * count for price, count in [("19.99", 3), ("0.01", 7)]), Decimal())
print(total, (total * Decimal("1.19")).quantize(Decimal("0.01")), max(Decimal("1.10"), Decimal("1.1")))
