import unicodedata

text = "Ünïcödé ✓ 日本 🎉"
print(text, len(text), text.encode("utf-8")[:6], [hex(ord(c)) for c in "é✓🎉"])
print(unicodedata.normalize("NFD", "é").encode("unicode_escape"), unicodedata.name("✓"), unicodedata.category("A"), "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)))
print("straße".upper(), "ΣΑΣ".lower(), "ﬁ".casefold(), sorted(["é", "e", "z", "É"]), "日本"[::-1], "🎉" * 2)
print("caf\u00e9" == "cafe\u0301", unicodedata.normalize("NFC", "cafe\u0301") == "café")
for encoding in ("utf-8", "utf-16-le", "latin-1", "ascii", "cp1252"):
    try:
        print(encoding, "é€".encode(encoding))
    except UnicodeEncodeError as error:
        print(encoding, error.reason, error.start, error.object[error.start])
print("é€".encode("ascii", "replace"), "é".encode("ascii", "xmlcharrefreplace"), "é".encode("ascii", "backslashreplace"), b"\xff\xfeA".decode("utf-8", "ignore"), repr(b"\xffA".decode("utf-8", "replace")))
data = bytearray(b"hello")
data[0] = ord("J")
data += b"!"
print(data, bytes(data).upper(), data.find(b"l"), b"a,b".split(b","), b"%d-%s" % (5, b"x"), list(b"AB"), bytes([65, 66]), b"abc"[0], b"abc"[:1], b"x" in b"xyz")
print(int.from_bytes(b"\xff", signed=True), (-1).to_bytes(2, "big", signed=True), bin(5), oct(8), hex(255), 0b101 ^ 0b110, ~5, 1 << 10, -17 >> 2, (255).bit_length(), (7).bit_count())
print(5 // 2, -5 // 2, 5 % -3, 2**-1, 2**100, 10**18 % 998244353, pow(3, -1, 7), pow(2, 100, 1000), divmod(17, 5), 7 / 2, 1e308 * 10, float("inf") - float("inf"), 0.1 + 0.2 == 0.3, 3 == 3.0, isinstance(True, int), True + True)
import math

print(math.gcd(12, 18), math.lcm(4, 6), math.isqrt(17), math.comb(5, 2), math.perm(5, 2), math.factorial(20), math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.prod([1, 2, 3]), math.isclose(0.1 + 0.2, 0.3), math.log2(8), math.degrees(math.pi), math.inf, math.nan != math.nan, math.dist((0, 0), (3, 4)), math.fsum([0.1] * 10), math.copysign(1, -0.0), math.modf(3.25), math.frexp(8))
print(complex(1, 2) * 1j, abs(3 + 4j), (1 + 2j).conjugate(), 10 .__add__(5), (0.5).as_integer_ratio(), float.fromhex("0x1.8p1"), (1.5).hex(), (2.0).is_integer())
