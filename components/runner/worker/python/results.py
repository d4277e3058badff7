"""What a program gives besides text: pictures and tables by `from code_room import show`, and the files it leaves."""

import base64
import os
import sys
import types

# Bytes that are passed on: more does not fit into a run that a room shares.
SHOWN_BYTES = 34_000
FILES = 10
# Files of the room that stand beside the program, by their paths: what they held.
came_along = {}
# The folder where the program began; set when it begins.
home = ""


def show(value):
    """Shows a picture or a table where there is one in `value`; prints everything else."""
    picture = picture_of(value)
    rows = None if picture else rows_of(value)
    if picture:
        give("image", f"data:{picture[0]};base64,{base64.b64encode(picture[1]).decode()}", "picture")
    elif rows:
        give_table(rows)
    else:
        print(value)


def give(kind, text, name):
    flush()
    if len(text) > SHOWN_BYTES * 4 / 3 + 100:
        emit("note", f"A {name} of {len(text) * 3 // 4000} kB is too large to be shown; the limit is {SHOWN_BYTES // 1000} kB.")
    else:
        emit(kind, text)


MAGIC = {
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"<svg": "image/svg+xml",
}
METHODS = {"_repr_png_": "image/png", "_repr_svg_": "image/svg+xml", "_repr_jpeg_": "image/jpeg"}


def picture_of(value):
    for name, mime in METHODS.items():
        # Classes have the method too, but nothing to show.
        if hasattr(value, name) and not isinstance(value, type):
            data = getattr(value, name)()
            if data is not None:
                return mime, data.encode() if isinstance(data, str) else bytes(data)
    if callable(getattr(value, "savefig", None)):
        import io

        file = io.BytesIO()
        value.savefig(file, format="png")
        return "image/png", file.getvalue()
    if isinstance(value, str):
        value = value.lstrip().encode() if value.lstrip().startswith("<svg") else b""
    if isinstance(value, (bytes, bytearray)):
        data = bytes(value)
        for magic, mime in MAGIC.items():
            if data.startswith(magic):
                return mime, data
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return "image/webp", data
    return None


def rows_of(value):
    """The first row is the head."""
    if hasattr(value, "itertuples") and hasattr(value, "columns"):
        return [["", *value.columns], *(list(row) for row in value.itertuples())]
    if isinstance(value, dict) and value and all(isinstance(each, (list, tuple)) for each in value.values()):
        if len({len(each) for each in value.values()}) == 1:
            return [list(value), *(list(row) for row in zip(*value.values()))]
        return None
    if not isinstance(value, (list, tuple)) or not value:
        return None
    if all(isinstance(each, dict) for each in value):
        head = list(dict.fromkeys(key for each in value for key in each))
        return [head, *([each.get(key, "") for key in head] for each in value)] if head else None
    if all(isinstance(each, (list, tuple)) for each in value):
        return value
    return None


def give_table(rows):
    lines, size = [], 0
    for row in rows:
        line = "\t".join(" ".join(str(cell).split()) for cell in row)
        size += len(line.encode("utf-8", "replace")) + 1
        if size > SHOWN_BYTES and lines:
            break
        lines.append(line)
    flush()
    emit("table", "\n".join(lines).encode("utf-8", "replace").decode())
    if len(lines) < len(rows):
        emit("note", f"{len(rows) - len(lines)} more rows are left out here.")


def is_own(path):
    """A file of the program's own, or one of the room that it has changed."""
    before = came_along.get(path)
    if before is None:
        return True
    with open(path, "rb") as file:
        return hash(file.read()) != before


def give_files():
    """Tells of the files in the folder where the program began, wherever it went, with the content of those that are small."""
    found = []
    for folder, folders, names in os.walk(home):
        folders[:] = sorted(name for name in folders if name != "__pycache__" and not name.startswith("."))
        paths = [os.path.join(folder, name) for name in sorted(names) if not name.startswith(".")]
        found += [path for path in paths if is_own(path)]
        if len(found) > FILES:
            break
    left = SHOWN_BYTES
    for path in found[:FILES]:
        import mimetypes

        size = os.path.getsize(path)
        content = b""
        if size <= left:
            left -= size
            with open(path, "rb") as file:
                content = file.read()
        name = " ".join(os.path.relpath(path, home).split())
        mime = mimetypes.guess_type(path)[0] or "application/octet-stream"
        emit("file", f"{name}\t{mime}\t{size}\t{base64.b64encode(content).decode()}")
    if len(found) > FILES:
        emit("note", f"The program left more files than the {FILES} that are listed here.")


code_room = types.ModuleType("code_room", "What a code room adds to Python.")
code_room.show = show
sys.modules["code_room"] = code_room
