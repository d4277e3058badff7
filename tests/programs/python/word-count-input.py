import sys
from collections import Counter
words = Counter()
for line in sys.stdin:
    words.update(w.strip('.,!?').lower() for w in line.split())
for word, n in sorted(words.items(), key=lambda kv: (-kv[1], kv[0]))[:4]:
    print(f"{word:<8}{n:>3}{'*' * n:>6}")
print(sys.stdin.read() == '')
