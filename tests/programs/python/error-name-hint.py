import math
count = 3
print(math.sqrt(16))
print(coutn)
