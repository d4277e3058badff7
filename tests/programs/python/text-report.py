"""What interviews call "write a small report": strings, templates, wrapping, sorting with keys, statistics."""
import statistics
import string
import textwrap
from operator import attrgetter, itemgetter, methodcaller

SALES = """\
region,rep,amount,date
north,Ann,1200.50,2024-01-05
south,Bob,800,2024-01-07
north,Cid,,2024-01-09
"east, far",Dan,"1,500.25",2024-02-01
south,Ann,99.99,2024-02-03
"""
import csv
import io

rows = list(csv.DictReader(io.StringIO(SALES)))
for row in rows:
    row["amount"] = float(row["amount"].replace(",", "") or 0)
rows.sort(key=lambda r: (-r["amount"], r["rep"]))
print(*(f"{r['rep']:<4}{r['amount']:>10.2f}" for r in rows), sep="\n")
by_region = {}
for r in rows:
    by_region.setdefault(r["region"], []).append(r["amount"])
for region, amounts in sorted(by_region.items(), key=lambda kv: sum(kv[1]), reverse=True):
    print(f"{region!r:>12} n={len(amounts)} mean={statistics.mean(amounts):.2f}")
data = [2, 4, 4, 4, 5, 5, 7, 9]
print(statistics.median(data), statistics.mode(data), statistics.pstdev(data), statistics.stdev(data), statistics.quantiles(data, n=4), statistics.multimode("aabbc"))
print(statistics.fmean([1, 2.5]), statistics.harmonic_mean([40, 60]), statistics.geometric_mean([1, 9]).__round__(6), statistics.variance([1, 2, 3]), statistics.correlation([1, 2, 3], [2, 4, 6.5]))
text = "The quick brown fox jumped over the lazy dog, and then it went home to write a long-winded report about it."
print(textwrap.fill(text, 30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 40, placeholder="..."), textwrap.wrap("a b c", 1))
print(textwrap.dedent("""
    indented
      more
    back""").strip(), textwrap.indent("a\nb\n\nc", "> "), sep="\n")
t = string.Template("Dear $name, you owe $$${amount}. ${missing}")
print(t.safe_substitute(name="Ann", amount=5), t.get_identifiers())
try:
    t.substitute(name="x")
except KeyError as error:
    print("missing", error)
print(string.ascii_lowercase[:5], string.digits, string.punctuation, string.capwords("hello wORLD"), repr(string.whitespace))
print("title case it's".title(), "HeLLo".swapcase(), "straße".upper(), "ß".casefold(), "abc".center(9, "-"), "7".zfill(3), "-7".zfill(4))
print("a-b_c".translate(str.maketrans({"-": " ", "_": None})), "hello".translate(str.maketrans("el", "ip")), "x".join(["1"]), "abc".partition("b"), "a.b.c".rpartition("."))
print("one  two".split(), "one  two".split(" "), "a,b,c".rsplit(",", 1), "l1\nl2\r\nl3".splitlines(), "tEst".startswith(("a", "t")), "x=1".removeprefix("x="), "f.py".removesuffix(".py"))
print("abcabc".find("c"), "abcabc".rfind("c"), "abc".find("z"), "aaa".count("aa"), "a\tb".expandtabs(4), "½".isnumeric(), "²".isdigit(), "1.5".isdecimal(), "a_1".isidentifier(), "  ".isspace())
print(sorted(["b10", "b9", "a1"], key=lambda s: [int(p) if p.isdigit() else p for p in __import__("re").split(r"(\d+)", s)]), sorted("bAc", key=str.lower), sorted(["bb", "a", "cc"], key=len, reverse=True))
people = [{"n": "z", "a": 3}, {"n": "y", "a": 3}, {"n": "x", "a": 1}]
print(sorted(people, key=itemgetter("a", "n")), max(people, key=itemgetter("a"))["n"], list(map(methodcaller("upper"), "ab")), attrgetter("real", "imag")(3 + 4j))
print(ord("€"), chr(8364), "€".encode(), "é".encode("latin-1"), b"\xe2\x82\xac".decode(), "naïve café"[::-1], len("👨‍👩‍👧"), "\N{SNOWMAN}", "e\u0301" == "é", __import__("unicodedata").normalize("NFC", "e\u0301") == "é")
print("abc" < "abd", "Z" < "a", "10" < "9", min("hello", key="olhe".index), "-".join(reversed("abc")), "ab" * 3, "b" in "abc", "abc"[-2:], "abcdef"[::2], "abc"[5:])
try:
    "abc".index("z")
except ValueError as error:
    print(error)
try:
    "é".encode("ascii")
except UnicodeEncodeError as error:
    print(error)
try:
    b"\xff".decode()
except UnicodeDecodeError as error:
    print(error)
print(statistics.mean([]))
