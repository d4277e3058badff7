import datetime
from decimal import Decimal

user = {"name": "Ann", "tags": ["a", "b"], "address": {"city": "Rome"}}
print(f"{user["name"]} lives in {user["address"]["city"]}")
print(f"{f"{f"{1 + 1}"}"}", f'{'nested' + "both"!r:>12}', f"{"\n".join(user["tags"])}")
width, precision, value = 12, 3, 3.14159265
print(f"[{value:{width}.{precision}f}] [{value:<{width}}] [{value!r:^{width}}] [{value:+.2e}] [{-value:012.3f}]")
print(f"{value=:.2f} {value = !r} {width+1=} {user['name']=} { value= }")
print(f"{1234567.891:,.2f} {1234567:_} {255:#x} {255:#010b} {255:o} {0.256:.1%} {1e10:g} {12:c}{65:c} {42:>+8d}|{-7:=+6d}")
print(f"{'left':<8}|{'right':>8}|{'mid':^8}|{'fill':*^10}|{'cut':.2}|{True:>6}|{None!s:>6}|{[1]!s:>5}")
print(f"{datetime.date(2024, 2, 29):%d.%m.%Y} {datetime.datetime(2024, 1, 2, 3, 4, 5):%H:%M:%S %j %A}", f"{datetime.timedelta(days=1, hours=2)}")
print(f"{{literal}} {{{value:.1f}}} {'{'}{'}'} {{}}", f"{'a' if width > 5 else 'b'}", f"{(lambda x: x * 2)(4)}", f"{ {'k': 1}['k'] }")
print(f"{
    value  # a comment
    :.1f}", f"""multi
line {user['name']
      .upper()}""")
print(rf"\d{width}\n", f"tab\t|{'\t'}|", f"{'é'!a} {'é'!r}", F"{Decimal('1.10') + 1:f}", f"{3 + 4j:.1f}")
print(f"{'quoted "double"'} and {"it's"}", f"{b'bytes'!r}", f"{'%s' % 5}", f"{10 // 3} {10 % 3} {-10 // 3} {2 ** -1}")


class Money:
    def __init__(self, n):
        self.n = n

    def __format__(self, spec):
        return f"${self.n:{spec or '.2f'}}" if spec != "words" else "lots"

    def __str__(self):
        return "str money"


m = Money(12.5)
print(f"{m} {m:.0f} {m:words} {m!s} {m:>10,.3f}", "{:words} {0!s}".format(m) if False else "{0:words} {0!s}".format(m))
print("{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{name:>{w}}".format(name="x", w=4), "{0[tags][1]} {0[name]}".format(user), "{0.real}".format(3))
print("%5.1f|%-6s|%06d|%x|%e|%%|%r|%(k)s" % {"k": "v"} if False else "%5.1f|%-6s|%06d|%x|%e|%%|%r" % (2.345, "ab", 42, 255, 1234.5, "q"), "%(k)s=%(v)03d" % {"k": "a", "v": 7})
print(f"{12345.678:.3g} {0.00001234:.3g} {1e16} {1e15} {123456789.0} {0.1 + 0.2} {1 / 3:.20f} {float('inf'):>6} {float('nan')} {-0.0}")
print(str(1e22), repr(1e21), round(2.5), round(3.5), round(2.675, 2), round(1234, -2), f"{2.5:.0f} {3.5:.0f} {0.5:.0f}")
rows = [("apple", 1.5, 10), ("kiwi", 0.25, 200)]
print("\n".join(f"{n:<10}{p:>8.2f}{q:>6}{p * q:>10,.2f}" for n, p, q in rows))
print(f"{'-' * 34}\n{'total':<10}{sum(p * q for _, p, q in rows):>24,.2f}")
for spec in ("d", ",d", ".2f", "s", "z"):
    try:
        print(f"{'x':{spec}}")
    except ValueError as error:
        print(spec, "->", error)
print(f"{undefined_name!r}")
