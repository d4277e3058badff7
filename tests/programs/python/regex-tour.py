import re

text = "Ann Smith <ann@example.com>, 2024-02-29; Bob (bob.jones@mail.example.org) 1999-12-31"
print(re.findall(r"[\w.]+@[\w.]+\w", text))
print([m.span() for m in re.finditer(r"\d{4}-\d\d-\d\d", text)])
print(re.sub(r"(\d{4})-(\d\d)-(\d\d)", r"\3/\2/\1", text, count=1))
print(re.sub(r"(?P<first>\w+) (?P<last>\w+)", lambda m: m["last"].upper() + " " + m["first"], "Ann Smith"))
print(re.split(r"[,;]\s*|\s\(", "a, b;c (d"), re.split(r"(-)", "1-2-3", maxsplit=1))
print(re.match(r"(a)|(b)", "b").groups(), re.match("x", "y"), re.fullmatch(r"\d+", "12a"))
print(re.findall(r"(?<=\$)\d+(?!\d|\.)", "$5 $12.50 $7"), re.findall(r"(?i)\bthe\b", "The cat the dog other"))
pattern = re.compile(
    r"""
    ^(?P<sign>[+-])?      # sign
    (?P<digits>\d+)       # digits
    (?:\.(?P<part>\d*))?$ # fraction
    """,
    re.VERBOSE,
)
for number in ("-12.5", "7", "1.", ".5"):
    found = pattern.match(number)
    print(number, found and found.groupdict(default="none"))
print(re.sub(r"\b(\w)(\w*)", lambda m: m[1].upper() + m[2], "hello big world"), re.escape("a.b*c"))
print(re.findall(r"^\w", "one\ntwo\nthree", re.M), re.search("a.b", "a\nb", re.S)[0].encode())
print(pattern.flags & re.X, re.compile("a|b"), re.search(r"(\w)\1", "hello"))
try:
    re.compile("(unclosed")
except re.error as error:
    print(type(error).__name__, error.msg, error.pos)
