import csv, io, json
from datetime import date
data = json.loads('{"name": "Ada", "n": 1.0, "tags": ["x", null, true], "é": "\\u00e9"}')
print(data, json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True), sep="\n")
print(json.dumps({1: (1, 2), "d": date(2024, 1, 2)}, default=str), json.dumps(float("nan")))
rows = list(csv.DictReader(io.StringIO('name,age\n"Smith, J",30\nBob,25\n')))
print(rows, sum(int(r["age"]) for r in rows))
out = io.StringIO()
w = csv.writer(out)
w.writerow(["a", 'say "hi"', 1.5, None])
print(repr(out.getvalue()))
try:
    json.loads('{"a": 1,}')
except json.JSONDecodeError as e:
    print(e.lineno, e.colno)
try:
    json.dumps({"s": {1}})
except TypeError as e:
    print(e)
json.loads("not json")
