import math
print(math.factorial(50), len(str(2 ** 5000)), math.comb(50, 25), math.gcd(84, 36), math.lcm(4, 6), pow(3, 200, 10**9 + 7))
print(math.isqrt(10**30), math.prod(range(1, 11)), math.dist((0, 0), (3, 4)), math.floor(-2.5), math.hypot(5, 12), math.isclose(0.1 + 0.2, 0.3))
import statistics
print(statistics.mean([1, 2, 4]), statistics.median([3, 1, 2, 10]), statistics.pstdev([1, 3]), sum([0.1] * 10), math.fsum([0.1] * 10))
import sys
print(sys.maxsize > 2**31 - 2, int(1e20), float(2**53 + 1), 5 .bit_length(), (255).to_bytes(2, "big"), complex(1, 2) * 1j, 10 ** -2, -3 ** 2)
str(10 ** 5000)
