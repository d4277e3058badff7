import os
import sys
from pathlib import Path

here = Path(__file__).parent
print(os.path.isabs(__file__), Path(__file__).name, here == Path.cwd(), sys.argv)
print((here / "notes.txt").read_text().strip())
print(sorted(os.listdir(os.path.dirname(__file__))))
os.mkdir("work")
os.chdir("work")
with open(os.path.join(os.path.dirname(__file__), "notes.txt")) as notes:
    print(notes.read().upper().strip())
print(here.joinpath("work").exists(), Path(__file__).resolve().parent == here)
