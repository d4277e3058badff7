"""What a function returned as JSON has it, and marks for what JSON has no word for. Run only where a function is tested."""

import collections.abc
import enum
import json
import math
import sys

# Values, and characters of texts, all together; no test expects as many.
MOST = 400_000
DEEPEST = 200
LARGEST = 2**53 - 1


class TooLarge(Exception):
    pass


def mark(kind, value=None):
    """`or`: one of several that would do; `fields`: names and a list, which is also an object; `set`: a list in any order; `number`, `whole`: one that JSON has not; `not`: nothing to compare."""
    return {"\0": [kind, value]}


class Plain:
    """Walks a value once. The program's own code may run by it, and fail."""

    def __init__(self):
        self.left = MOST

    def of(self, value, above=()):
        self.spend(1)
        if value is None or value is True or value is False:
            return value
        if isinstance(value, enum.Enum):
            return mark("or", [self.of(value.value, above), value.name])
        if isinstance(value, str):
            self.spend(len(value))
            return "".join(value)
        if isinstance(value, int):
            return self.whole(int(value))
        if isinstance(value, float):
            number = float(value)
            return number if math.isfinite(number) else mark("number", json.dumps(number))
        if id(value) in above:
            return mark("circular")
        if len(above) > DEEPEST:
            return mark("not", f"a value nested more than {DEEPEST} deep")
        return self.other(value, (*above, id(value)))

    def spend(self, count):
        self.left -= count
        if self.left < 0:
            raise TooLarge

    def whole(self, number):
        if abs(number) <= LARGEST:
            return number
        self.spend(number.bit_length() // 3)
        before = sys.get_int_max_str_digits()
        sys.set_int_max_str_digits(0)
        digits = str(number)
        sys.set_int_max_str_digits(before)
        return mark("or", [mark("whole", digits), digits])

    def other(self, value, above):
        kind = type(value)
        if isinstance(value, collections.abc.Mapping):
            return self.mapping(value, kind.__name__, above)
        if isinstance(value, tuple) and hasattr(kind, "_fields"):
            return mark("fields", [kind._fields, self.all(value, above)])
        if isinstance(value, (set, frozenset)):
            return mark("set", self.all(value, above))
        if isinstance(value, (bytes, bytearray, memoryview, type)):
            return mark("not", f"a {kind.__name__}")
        if hasattr(kind, "__dataclass_fields__"):
            return {name: self.of(getattr(value, name), above) for name in kind.__dataclass_fields__ if hasattr(value, name)}
        if kind.__module__.partition(".")[0] in ("numpy", "pandas") and hasattr(value, "tolist"):
            return self.of(value.tolist(), above)
        if self.is_one_of(value, "decimal.Decimal", "fractions.Fraction"):
            return mark("or", [self.of(float(value)), str(value)])
        if self.is_one_of(value, "datetime.date", "datetime.time"):
            return value.isoformat()
        if self.is_one_of(value, "uuid.UUID", "pathlib.PurePath"):
            return str(value)
        lists = (list, tuple, range, collections.deque, collections.abc.Iterator, collections.abc.MappingView)
        if isinstance(value, lists) or self.is_one_of(value, "array.array"):
            return self.all(value, above)
        return mark("not", f"a {kind.__name__}")

    @staticmethod
    def is_one_of(value, *names):
        """Of classes that nothing can be made of before their modules are there."""
        modules = ((sys.modules.get(module), name) for module, _, name in (each.partition(".") for each in names))
        return any(module and isinstance(value, getattr(module, name, ())) for module, name in modules)

    def all(self, values, above):
        return [self.of(each, above) for each in values]

    def mapping(self, value, name, above):
        found = {}
        for key, item in value.items():
            if isinstance(key, enum.Enum):
                key = key.value
            if not (key is None or isinstance(key, (str, int, float))):
                return mark("not", f"a {name} with a key of type {type(key).__name__}")
            text = key if isinstance(key, str) else json.dumps(key)
            self.spend(len(text))
            if text in found:
                return mark("not", f"a {name} with the keys {text} and {text!r}")
            # One of NUL alone would be a mark.
            found[f"\0{text}" if text.startswith("\0") else text] = self.of(item, above)
        return found
