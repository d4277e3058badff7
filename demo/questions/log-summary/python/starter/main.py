import sys

from events import parse_line

for line in sys.stdin:
    event = parse_line(line.rstrip("\n"))
    if event:
        print(event["service"])
