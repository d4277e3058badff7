"""A package with subpackages, relative imports, __init__, __all__ and a data file beside the program."""
import json
import sys
from pathlib import Path

import shop
import shop.pricing.rules as rules
from shop import *
from shop.models import Item, total
from shop.pricing import discount

data = json.loads(Path("data/items.json").read_text())
items = [Item(**each) for each in data]
print(shop.__name__, shop.VERSION, sorted(n for n in dir() if n.startswith("pub")), shop.pricing.__package__)
print(total(items), discount(total(items)), rules.RATE, public_one())
print(items[0], Item.__module__, rules.__name__, __name__, "shop.pricing.rules" in sys.modules)
try:
    private_two()
except NameError as error:
    print(error)
try:
    from shop import nothing
except ImportError as error:
    print(str(error).split(" (")[0])
try:
    import shop.missing
except ModuleNotFoundError as error:
    print(error, error.name)
from shop.lazy import value
import shop.lazy

print(value, shop.lazy.loads, [l.strip() for l in open("data/notes.txt")])
with open("data/out.csv", "w") as out:
    out.write("a,b\n")
print(sorted(p.name for p in Path("data").iterdir()))
total([Item("x", "free")])
