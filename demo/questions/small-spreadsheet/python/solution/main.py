import re

TOKEN = re.compile(r"\s*(SUM\b|[A-Z][1-9][0-9]?(?![0-9.])|[0-9]+(?![0-9.A-Za-z])|[-+*/():])")
# The higher fault of a formula comes first.
FAULTS = ["#SYNTAX", "#CIRCLE", "#VALUE", "#ZERO"]


class Unreadable(Exception):
    pass


class Sheet:
    def __init__(self):
        self.texts = {}
        # Formulas that can be read, and what was computed; None while a cell is being computed.
        self._formulas = {}
        self._values = {}
        # For each cell, the cells whose formulas name it.
        self._used_by = {}

    def set(self, cell, text):
        self._forget(cell)
        for used in cells_of(self._formulas.pop(cell, None)):
            self._used_by[used].discard(cell)
        self.texts[cell] = text
        if text.startswith("="):
            try:
                self._formulas[cell] = Parser(text[1:]).formula()
            except Unreadable:
                return
            for used in cells_of(self._formulas[cell]):
                self._used_by.setdefault(used, set()).add(cell)

    def get(self, cell):
        if cell not in self._values:
            self._values[cell] = None
            self._values[cell] = self._compute(cell)
        # It is asked for while it is being computed: it needs itself.
        value = self._values[cell]
        return "#CIRCLE" if value is None else value

    def _compute(self, cell):
        text = self.texts.get(cell, "")
        if text.startswith("="):
            if cell not in self._formulas:
                return "#SYNTAX"
            # All its cells first, so that the higher fault is found.
            faults = {self._fault_of(used) for used in cells_of(self._formulas[cell])} - {None}
            if faults:
                return min(faults, key=FAULTS.index)
            try:
                return self._evaluate(self._formulas[cell])
            except ZeroDivisionError:
                return "#ZERO"
        return int(text) if re.fullmatch("-?[0-9]+", text) else text

    def _fault_of(self, cell):
        """What using this cell makes of a formula; None if it has a number."""
        value = self.get(cell)
        if value == "" or not isinstance(value, str):
            return None
        is_fault = value in ("#CIRCLE", "#ZERO") and self.texts[cell].startswith("=")
        return value if is_fault else "#VALUE"

    def _evaluate(self, node):
        kind, *parts = node
        if kind == "number":
            return parts[0]
        if kind == "cells":
            return sum(self.get(cell) or 0 for cell in parts[0])
        left, right = (self._evaluate(part) for part in parts)
        if kind == "+":
            return left + right
        if kind == "-":
            return left - right
        return left * right if kind == "*" else left / right

    def _forget(self, cell):
        """Forgets the value of a cell and of all that use it."""
        stack = [cell]
        while stack:
            one = stack.pop()
            self._values.pop(one, None)
            stack += [user for user in self._used_by.get(one, ()) if user in self._values]


def cells_of(node):
    """Every cell that a formula names."""
    if node is None or node[0] == "number":
        return set()
    if node[0] == "cells":
        return set(node[1])
    return cells_of(node[1]) | cells_of(node[2])


class Parser:
    def __init__(self, text):
        self.tokens = []
        at = 0
        text = text.rstrip()
        while at < len(text):
            match = TOKEN.match(text, at)
            if not match:
                raise Unreadable
            self.tokens.append(match[1])
            at = match.end()
        self.tokens.append("end")

    def formula(self):
        node = self.sum()
        self.expect("end")
        return node

    def sum(self):
        return self.chain("+-", self.product)

    def product(self):
        return self.chain("*/", self.factor)

    def chain(self, operators, part):
        node = part()
        while self.tokens[0] in operators:
            node = (self.tokens.pop(0), node, part())
        return node

    def factor(self):
        token = self.tokens.pop(0)
        if token == "-":
            return ("-", ("number", 0), self.factor())
        if token == "(":
            node = self.sum()
            self.expect(")")
            return node
        if token == "SUM":
            self.expect("(")
            first = self.cell()
            self.expect(":")
            last = self.cell()
            self.expect(")")
            return ("cells", rectangle(first, last))
        if token.isdigit():
            return ("number", int(token))
        self.tokens.insert(0, token)
        return ("cells", [self.cell()])

    def cell(self):
        token = self.tokens.pop(0)
        if not re.fullmatch("[A-Z][0-9]+", token):
            raise Unreadable
        return token

    def expect(self, token):
        if self.tokens.pop(0) != token:
            raise Unreadable


def rectangle(first, last):
    letters = sorted([ord(first[0]), ord(last[0])])
    rows = sorted([int(first[1:]), int(last[1:])])
    return [
        f"{chr(letter)}{row}"
        for letter in range(letters[0], letters[1] + 1)
        for row in range(rows[0], rows[1] + 1)
    ]


def play(steps):
    """What each get gave."""
    sheet = Sheet()
    values = []
    for name, *args in steps:
        if name == "set":
            sheet.set(*args)
        else:
            values.append(sheet.get(*args))
    return values
