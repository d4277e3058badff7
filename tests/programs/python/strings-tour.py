s = "  The quick Brown fox  "
print(repr(s.strip()), s.split(), s.title(), s.swapcase(), s.find("quick"), s.count("o"), s.replace("o", "0", 1))
print("a,b,,c".split(","), "a,b,,c".rsplit(",", 1), "a b".partition(" "), "k=v=w".rpartition("="), "l1\r\nl2\n".splitlines(True))
print("abc"[::-1], "abcdef"[1:5:2], "abc"[-2:], "abc" < "abd", "Z" < "a", "ß".upper(), "ß".casefold(), "İ".lower().encode())
print("x".join("abc"), "-".join(map(str, [1, 2])), "abc".translate(str.maketrans("ab", "12", "c")), "ab" * 3)
print("12".isdigit(), "½".isnumeric(), "a1".isalnum(), "A b".istitle(), "".isalpha(), "\t ".isspace(), "x_1".isidentifier())
print("test.py".removesuffix(".py"), "unhappy".removeprefix("un"), "abc".startswith(("x", "a")), "file.txt".endswith("txt"))
print(ord("€"), chr(128512), "naïve".encode(), b"caf\xc3\xa9".decode(), "é".encode("latin-1"), ascii("é"), "\N{GREEK SMALL LETTER PI}", len("👨‍👩‍👧"))
print("%r %a" % ("é", "é"), repr('it\'s "x"'), repr("a\n\t\\"), "a" "b", r"\n", "tab\there")
print(sorted("bAcD"), sorted("bAcD", key=str.lower), "".join(sorted(set("hello"))), max("hello"), list(enumerate("ab", 1)))
print(str(1.0), str(10**20), str(1e22), str(0.1 + 0.2), str(None), str(b"x"), int("0x1f", 16), int(" 42 "), float("1e3"), int("1_000"))
for attempt in (lambda: "abc".index("z"), lambda: "a" + 1, lambda: int("4.5"), lambda: "abc"[5], lambda: b"\xff".decode(), lambda: "é".encode("ascii"), lambda: "a".join([1])):
    try:
        attempt()
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
text = """\
first
  second
"""
print(text, end="")
import textwrap

print(textwrap.fill("The quick brown fox jumps over the lazy dog", 20, initial_indent="* ", subsequent_indent="  "))
print(textwrap.dedent("  a\n    b"), textwrap.shorten("Hello big world", 12), textwrap.indent("x\ny", "> "))
