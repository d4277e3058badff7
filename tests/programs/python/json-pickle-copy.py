import copy
import json
import pickle
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID


class Encoder(json.JSONEncoder):
    def default(self, o):
        match o:
            case date():
                return o.isoformat()
            case set() | frozenset():
                return sorted(o)
            case Decimal():
                return str(o)
            case UUID() | Path():
                return str(o)
        return super().default(o)


record = {"when": datetime(2024, 2, 29, 12), "day": date(2024, 1, 1), "tags": {"b", "a"}, "cost": Decimal("1.10"), "id": UUID(int=5), "p": Path("a") / "b.txt"}
print(json.dumps(record, cls=Encoder))
print(json.dumps({"b": [1, 2.0, None, True], "a": {"ü": "\n\"\\/\u2028"}}, indent=2, sort_keys=True))
print(json.dumps("ü", ensure_ascii=False), json.dumps([1, [2]], separators=(",", ":")), json.dumps({1: "a", None: 2, True: 3, 1.5: 4}), json.dumps((1, "x")), json.dumps(float("nan")))
print(json.loads('{"a": 1.0, "b": 1e3, "c": [null, true], "d": "\\u00e9", "a": 2}'), json.loads("[1, 2.50]", parse_float=Decimal), json.loads(' "x" '), json.loads("-0"), json.loads("1E2"))
print(json.loads('{"x": 1}', object_hook=lambda d: tuple(d.items())), json.loads('{"x": 1, "x": 2}', object_pairs_hook=list))
for bad in ["{'a': 1}", '{"a": 1,}', "[1 2]", "", "nul", '{"a"', '"\t"', "[1]x", '{"a": 01}']:
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(error, "|", error.lineno, error.colno, error.pos)
try:
    json.dumps({(1, 2): 3})
except TypeError as error:
    print(error)
try:
    json.dumps({"a": [{1, 2}]})
except TypeError as error:
    print(error, getattr(error, "__notes__", [])[:0])
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as error:
    print(error)


class Account:
    def __init__(self, owner):
        self.owner, self.cache, self.log = owner, {"heavy": 1}, []

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["cache"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state, cache={})

    def __eq__(self, other):
        return self.owner == other.owner

    def __repr__(self):
        return f"Account({self.owner!r}, {self.cache}, {self.log})"


a = Account("Ann")
a.log.append([1])
b = pickle.loads(pickle.dumps(a))
print(b, a == b, b.log is a.log, pickle.loads(pickle.dumps([1, "x", {2}, None, 3.5, b"b", range(3), (1,), Decimal(1), date(2024, 1, 1), len])))
shallow, deep = copy.copy(a), copy.deepcopy(a)
a.log[0].append(2)
print(shallow.log, deep.log, shallow.log is a.log)
graph = {"x": []}
graph["x"].append(graph)
twin = copy.deepcopy(graph)
print(twin["x"][0] is twin, twin)


class Once:
    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return "copied"


o = Once()
print(copy.deepcopy([o])[0] is o, copy.copy(o), copy.replace(date(2024, 1, 1), year=2025))
matrix = [[0] * 2] * 2
matrix[0][0] = 1
print(matrix, [[0] * 2 for _ in range(2)], (lambda x=[]: (x.append(1), x)[1])(), id(matrix[0]) == id(matrix[1]))
try:
    pickle.dumps(lambda: 1)
except (pickle.PicklingError, AttributeError) as error:
    print(type(error).__name__)
t = ([1],)
try:
    t[0] += [2]
except TypeError as error:
    print(error, t)
print(json.dumps(a))
