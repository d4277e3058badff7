import traceback, sys

def risky(n):
    return 1 / n

for n in (1, 0):
    try:
        print(risky(n))
    except ZeroDivisionError:
        traceback.print_exc()
        print("logged", file=sys.stderr)
        print(traceback.format_exc().splitlines()[-1])
print("goes on")
