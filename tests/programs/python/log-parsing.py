import re
from collections import Counter, defaultdict

LOG = '''127.0.0.1 - - [10/Oct/2023:13:55:36] "GET /index.html HTTP/1.1" 200 2326
10.0.0.2 - - [10/Oct/2023:13:55:40] "POST /login HTTP/1.1" 401 12
127.0.0.1 - - [10/Oct/2023:13:56:01] "GET /missing HTTP/1.1" 404 0
this line is broken
10.0.0.2 - - [10/Oct/2023:13:57:12] "POST /login HTTP/1.1" 200 512'''
LINE = re.compile(r'(?P<ip>[\d.]+) .* \[(?P<time>[^\]]+)\] "(?P<method>\w+) (?P<path>\S+) [^"]*" (?P<status>\d{3}) (?P<size>\d+)')
status, bytes_by_ip = Counter(), defaultdict(int)
for number, line in enumerate(LOG.splitlines(), 1):
    if m := LINE.match(line):
        status[m['status'][0] + 'xx'] += 1
        bytes_by_ip[m['ip']] += int(m['size'])
    else:
        print(f"line {number}: cannot parse {line!r}")
print(status.most_common())
print(dict(bytes_by_ip))
print(re.sub(r'(\w+)@(\w+)\.com', r'\2 at \1', 'ada@home.com, bob@work.com'))
print(re.findall(r'(?<=\$)\d+(?:\.\d\d)?', 'costs $5 or $7.50'), re.split(r'[;,]\s*', 'a; b,c'))
print(m, re.fullmatch(r'\d+', '12'))
