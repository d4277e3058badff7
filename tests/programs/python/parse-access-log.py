import re
from collections import Counter, defaultdict

LOG = """\
10.0.0.1 - - [01/Feb/2024:10:00:01 +0000] "GET /index.html HTTP/1.1" 200 512
10.0.0.2 - - [01/Feb/2024:10:00:02 +0000] "POST /login HTTP/1.1" 302 0
10.0.0.1 - - [01/Feb/2024:10:00:05 +0000] "GET /missing HTTP/1.1" 404 128
garbage line
10.0.0.3 - bob [01/Feb/2024:10:01:00 +0000] "GET /index.html HTTP/1.1" 200 512
"""
LINE = re.compile(r'(?P<ip>\S+) \S+ (?P<user>\S+) \[(?P<when>[^\]]+)\] "(?P<method>\w+) (?P<path>\S+) [^"]*" (?P<status>\d{3}) (?P<size>\d+)')

hits, sizes, bad = Counter(), defaultdict(int), []
for number, line in enumerate(LOG.splitlines(), start=1):
    if not (match := LINE.fullmatch(line)):
        bad.append((number, line))
        continue
    entry = match.groupdict()
    hits[entry["path"], entry["status"]] += 1
    sizes[entry["ip"]] += int(entry["size"])

for (path, status), count in hits.most_common():
    print(f"{path:<15}{status:>5}{count:>3}")
print(dict(sizes), bad)
print(LINE.groups, sorted(LINE.groupindex))
