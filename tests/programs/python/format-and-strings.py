pi = 3.14159265
print(f"{pi:.2f} {pi:10.3f}| {pi:<10.1e}| {42:08b} {255:#x} {1234567:,} {0.256:.1%} {'x':^7}|{'=' * 3:>6}")
print(f"{pi=:.3f} {'a' if pi > 3 else 'b'!r} {{}} {'nested ' + f'{1 + 1}'}", "%5d|%-5s|%05.1f" % (42, "ab", 3.14159), "{:>4}{:<4}|{0}".format if False else "{1} {0}".format("a", "b"))
s = "Hello, Wörld"
print(s.upper(), s.swapcase(), s.casefold(), s[::-1], s.find("W"), s.encode(), len(s.encode()), s.title(), s.partition(", "))
print("a,b,,c".split(","), "  x  y ".split(), "x".join("abc"), "abc".translate(str.maketrans("ab", "xy")), "ab\tc".expandtabs(4), "tacocat"[::-1] == "tacocat")
print(repr("tab\t nl\n quote' \" \\ \x00 é \u200b 🎉"), ascii("é"), ord("é"), chr(128512), "ß".upper(), "ﬁ".casefold())
print(b"bytes \xff", bytearray(b"ab"), "é".encode("latin-1"), b"caf\xc3\xa9".decode(), int("ff", 16), hex(255), bin(5), oct(8), round(2.5), round(-3.5), 7 // -2, -7 % 3, divmod(7, 2), 2 ** 100, 1e16, 1e-5, float("inf"), 0.1 + 0.2, 1_000)
print(*[1, 2, 3], sep=" -> ", end="!\n")
print("α" < "β", sorted("bAc"), sorted("bAc", key=str.lower), min("hello"), any([]), all([]), list(zip("ab", [1, 2])), list(enumerate("ab", 1)))
import textwrap, string
print(textwrap.fill("the quick brown fox jumps over the lazy dog", 20), textwrap.dedent("   x\n    y"), string.ascii_lowercase[:5], string.Template("$a b").substitute(a=1), sep="\n")
