import csv
import io
import os
import tempfile
from pathlib import Path

DATA = 'name,age,city\n"Smith, Ann",31,"New ""York"""\nBob,,Paris\n'
rows = list(csv.DictReader(io.StringIO(DATA)))
print(rows, rows[0]["city"])
out = io.StringIO()
writer = csv.DictWriter(out, fieldnames=["name", "age"], extrasaction="ignore", lineterminator="\n")
writer.writeheader()
writer.writerows(rows)
print(out.getvalue(), end="")
print(list(csv.reader(["a;b;'c;d'"], delimiter=";", quotechar="'")), csv.Sniffer().sniff("a|b\n1|2\n").delimiter)
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "sub" / "data.txt"
    path.parent.mkdir(parents=True)
    print(path.write_text("one\ntwo\nthree\n"), path.stat().st_size, path.suffix, path.stem, path.name, path.exists())
    with path.open("a+") as file:
        file.write("four")
        file.seek(0)
        print([line.rstrip("\n") for line in file], file.tell())
    with open(path, "rb") as file:
        print(file.read(3), file.readline(), file.seek(-4, 2), file.read())
    print(sorted(p.name for p in Path(folder).rglob("*")), os.path.relpath(path, folder), os.path.splitext("a.tar.gz"))
    path.rename(path.with_suffix(".md"))
    print(os.listdir(path.parent), path.is_file(), Path("a/../b/./c").parts, Path("/x") / "y" / "/z", Path("a/b").as_posix())
    os.environ["MODE"] = "test"
    print(os.environ.get("MODE"), os.getenv("NOPE", "default"), os.path.join("a", "b"), os.path.basename("/x/y.z"), os.sep)
    try:
        open(Path(folder) / "none.txt")
    except FileNotFoundError as error:
        print(error.errno, error.strerror, os.path.basename(error.filename))
print(path.exists(), Path.cwd() == Path(os.getcwd()))
b = io.BytesIO(b"\x00\x01\x02\x03")
print(b.read(2), b.getvalue().hex(" "), int.from_bytes(b"\x01\x00", "big"), (258).to_bytes(2, "little"), bytes(3), bytearray(b"ab") + b"c", memoryview(b"abc")[1:].tobytes())
import struct, base64, hashlib, zlib

print(struct.pack(">IhB", 1, -2, 255).hex(), struct.unpack("<f", struct.pack("<f", 1.5)), struct.calcsize("=qib"))
print(base64.b64encode(b"hello world"), base64.urlsafe_b64decode("_-8="), hashlib.sha256(b"x").hexdigest()[:16], hashlib.md5(b"").hexdigest(), zlib.crc32(b"abc"), zlib.decompress(zlib.compress(b"a" * 50)) == b"a" * 50)
