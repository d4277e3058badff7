import re

TAG = re.compile(r"\{\{\{\{|\{\{\s*([#/]?)([\w.]+)\s*\}\}")


def fill(template, data):
    """The template with its fields replaced."""
    letter = []
    write(parse(template), [data], letter)
    return "".join(letter)


def parse(template):
    """A list of texts, fields and parts; a part holds such a list again."""
    inner = []
    around = []
    at = 0
    for tag in TAG.finditer(template):
        inner.append(("text", template[at : tag.start()]))
        at = tag.end()
        kind, name = tag.groups()
        if name is None:
            inner.append(("text", "{{"))
        elif kind == "#":
            part = []
            inner.append(("part", name, part))
            around.append(inner)
            inner = part
        elif kind == "/":
            inner = around.pop()
        else:
            inner.append(("field", name))
    inner.append(("text", template[at:]))
    return inner


def write(pieces, scopes, letter):
    for kind, text, *part in pieces:
        if kind == "text":
            letter.append(text)
            continue
        value = find(text, scopes)
        if kind == "part" and isinstance(value, list):
            for item in value:
                write(part[0], [*scopes, item], letter)
        if kind == "field" and isinstance(value, (str, int)):
            letter.append(str(value))


def find(name, scopes):
    """Goes from the innermost object outwards, then down the way of the name."""
    first, *rest = name.split(".")
    value = next((scope[first] for scope in reversed(scopes) if first in scope), None)
    for step in rest:
        value = value.get(step) if isinstance(value, dict) else None
    return value
