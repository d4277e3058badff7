from pathlib import Path
import os, shutil, tempfile
p = Path("data") / "deep"
p.mkdir(parents=True, exist_ok=True)
(p / "a.txt").write_text("alpha\nbeta\n", encoding="utf-8")
print(p.name, p.parent, (p / "a.txt").suffix, (p / "a.txt").read_text().split(), sorted(x.name for x in Path("data").rglob("*")))
with tempfile.TemporaryDirectory() as d:
    Path(d, "x").touch()
    print(os.listdir(d))
shutil.rmtree("data")
print(Path("data").exists(), os.path.join("a", "b"), os.path.splitext("x.tar.gz"), os.sep)
print(open(__file__).readline().strip(), __name__, Path(__file__).name)
