from datetime import date

pi, n, name = 3.14159265, 1234567.891, "Ann"
print(f"{pi:.2f}|{pi:10.3f}|{pi:<10.1f}|{pi:^10.1f}|{pi:+.1f}|{pi:e}|{pi:g}|{pi:%}")
print(f"{n:,.2f} {n:_.0f} {42:b} {42:#o} {255:#x} {255:X} {42:08b} {-42:=+8d} {3:03} {10**6:,}")
print(f"{name:>8}|{name:*^9}|{name!r:<7}|{name:.2}|{name=}|{name.upper()=}|{1+1=:>4}")
width, precision = 10, 3
print(f"{pi:{width}.{precision}}|{'nested ' + f'{name}'}|{{literal}}|{date(2024, 2, 3):%d.%m.%y}")
print("{0}-{1}-{0} {key} {item[0]} {obj.imag}".format("a", "b", key="k", item=[9], obj=2j))
print("%s is %d years, %.1f%% of %5.2f|%-5s|%05d|%x|%r|%%" % ("Bob", 30, 12.5, 7, "ab", 42, 255, "q"))
print("%(a)s and %(b)03d" % {"a": 1, "b": 2}, "{:>{}}".format("x", 4), "{!r:>5}".format("y"))
print(format(0.1, ".20f"), format(1e100, ".3g"), format(float("nan"), "6"), format(True, "5d"), f"{1.0}", f"{1e16}", f"{1e-5}")
print("a".center(5, "-"), "7".zfill(3), "-7".zfill(4), "abc".ljust(5) + "|", "x\ty".expandtabs(4))
print(round(2.5), round(3.5), round(2.675, 2), round(-1234.5, -2), round(7), 7 // -2, -7 % 3, divmod(-7, 2))
for attempt in (lambda: "{} {}".format(1), lambda: "%d" % "x", lambda: f"{'x':d}", lambda: "{a}".format(b=1)):
    try:
        attempt()
    except (IndexError, TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
