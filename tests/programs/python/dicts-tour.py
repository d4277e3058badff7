stock = {"apple": 3, "pear": 0}
stock.setdefault("fig", 5)
stock.update(pear=2, kiwi=1)
print(stock, stock.get("nope"), stock.get("nope", 0), stock.pop("kiwi"), stock.pop("kiwi", None), list(stock), "apple" in stock)
print(sorted(stock.items(), key=lambda kv: -kv[1]), max(stock, key=stock.get), dict(zip("ab", [1, 2])), dict.fromkeys("xy", 0), {v: k for k, v in stock.items()})
for i, (name, count) in enumerate(stock.items(), 1):
    print(i, name, count, sep=":", end=" | ")
print()
print(stock.keys() & {"apple", "plum"}, stock.items() >= {("pear", 2)}, list(reversed(stock)), stock.popitem(), stock | {"apple": 10})
nested = {"a": {"b": [1, {"c": 2}]}}
print(nested["a"]["b"][1]["c"], {1: "int", 1.0: "float", True: "bool"}, {(1, 2): "t"}[1, 2])
try:
    for key in stock:
        stock[key + "x"] = 1
except RuntimeError as error:
    print(error)


def count(*args, scale=1, **kwargs):
    return len(args) * scale, kwargs


print(count(1, 2, scale=3, k="v"), count(*[1, 2], **{"q": 1}))


def both(a, /, b, *, c=3):
    return a, b, c


for attempt in (lambda: both(1, 2, 3), lambda: both(a=1, b=2), lambda: both(1, b=2, d=4), lambda: both(1), lambda: count(**{"scale": 1}, **{"scale": 2})):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
import copy

deep, shallow = copy.deepcopy(nested), nested.copy()
nested["a"]["b"].append(3)
print(len(deep["a"]["b"]), len(shallow["a"]["b"]))
import pprint, json

pprint.pprint({"users": [{"name": f"user{n}", "roles": ["admin", "editor"], "id": n} for n in range(3)]}, width=60)
print(json.dumps({"b": [1, None, True], "a": "é", 3: 1.0}, sort_keys=False, ensure_ascii=False), json.dumps({"z": 1, "a": [1, 2]}, indent=2, sort_keys=True))
