import sys

from events import parse_line

counts = {}
unreadable = 0
for line in sys.stdin:
    line = line.rstrip("\n")
    if not line:
        continue
    event = parse_line(line)
    if event is None:
        unreadable += 1
        continue
    count = counts.setdefault(event["service"], {"events": 0, "errors": 0})
    count["events"] += 1
    count["errors"] += event["level"] == "ERROR"

for service, count in sorted(counts.items(), key=lambda item: (-item[1]["errors"], item[0])):
    print(service, count["events"], count["errors"])
if unreadable:
    print(unreadable, "unreadable")
