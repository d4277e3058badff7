import re

log = '''2024-01-15 10:30:00 [ERROR] db: connection "lost" (code=504)
2024-01-15 10:30:05 [info] web: GET /index.html?id=7&x=y 200
not a log line
2024-02-30 99:99:99 [WARN] é: ünïcode'''
LINE = re.compile(r"""
    ^(?P<date>\d{4}-\d\d-\d\d)\s(?P<time>[\d:]+)   # when
    \s\[(?P<level>\w+)\]\s                         # how bad
    (?P<name>\w+):\s(?P<text>.*)$
""", re.VERBOSE | re.MULTILINE)
for m in LINE.finditer(log):
    print(m.lineno if hasattr(m, "lineno") else m.start(), m.groupdict(), m.span("level"), m.lastgroup)
print(re.findall(r"(\w+)=(\w+)", log), re.findall(r"\d+(?= )", "1 22 333"))
print(re.sub(r"(?i)error|warn", lambda m: m[0].upper() + "!", log.splitlines()[0]))
print(re.sub(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", r"\g<d>.\g<m>.\g<y>", log.split()[0]), re.subn("a", "b", "banana", count=2))
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"([,;])", "a,b;c"), re.split(r"\b", "hi you"), re.split("x*", "axbc"))
print(re.match(r"(a)|(b)", "b").groups("?"), re.match("a", "b"), re.fullmatch(r"[a-z]+", "abc1"), re.fullmatch(r"\w+", "größe"))
print(re.search(r"(?<=\$)\d+(?:\.\d\d)?", "cost: $42.50"), re.search(r"(?<!\w)cat(?!\w)", "concat cat"), re.search(r"(.)\1", "hello"))
print(re.findall(r"<(.+)>", "<a><b>"), re.findall(r"<(.+?)>", "<a><b>"), re.findall(r"a++b", "aaab"), re.findall(r"(?>a+)b", "aab"))
print(re.escape("a.b*c[d] e"), bool(re.match(re.escape("1+1=2?"), "1+1=2?")))
print(re.sub(r"(?<!^)(?=[A-Z])", "_", "camelCaseString").lower(), re.sub(r"_(\w)", lambda m: m[1].upper(), "snake_case_name"))
print(re.sub(r"(\d)(?=(\d{3})+$)", r"\1,", "1234567"), re.sub(r"\s+", " ", " a \n\t b  ").strip())
print(re.findall(r"\b[\w.+-]+@[\w-]+\.[\w.]+\b", "mail a.b+c@x-y.co.uk or bad@, z@q.io"), re.ASCII, re.I | re.S)
tokens = re.compile(r"\s*(?:(\d+\.?\d*)|(.))")
print([(number or op) for number, op in tokens.findall("3.5 + 4*(2 -1)")])
SPEC = [("NUM", r"\d+"), ("ID", r"[A-Za-z_]\w*"), ("OP", r"[-+*/=]"), ("SKIP", r"[ \t]+"), ("BAD", r".")]
master = re.compile("|".join(f"(?P<{n}>{p})" for n, p in SPEC))
print([(m.lastgroup, m.group()) for m in master.finditer("x = 3 * y1 ? 2") if m.lastgroup != "SKIP"])
print(re.compile(r"a(b)?(?P<n>c)"), master.groups, re.compile("(?P<n>x)").groupindex, m is None)
m = re.search(r"(?P<first>\w+) (?P<second>\w+)", "hello big world")
print(m.expand(r"\2-\g<first>"), m[0], m["second"], m.start(2), m.end(), m.re.pattern, m.string[m.end():], m)
print([m.group() for m in re.finditer(r"(?=(\d\d))", "1234")], re.findall(r"(?=(\d\d))", "1234"))
print(re.findall(r"(?s)a.b", "a\nb"), re.findall("^x", "x\nx", re.M), re.findall(r"\d", "٣3"), re.findall(r"\d", "٣3", re.A))
for bad in [r"(", r"a**", r"[z-a]", r"(?P<1>a)", r"\1", r"(?<=a+)b", "*"]:
    try:
        re.compile(bad)
    except re.error as error:
        print(bad, "|", error, "|", error.pos)
print(LINE.match("nothing").group())
