import glob
import os
import shutil
from pathlib import Path

here = Path(__file__)
print(here.name, here.exists(), here.is_file(), here.suffix)
print("main.py" in os.listdir("."), [each.name for each in Path(".").iterdir() if each.suffix == ".py"])
print(sorted(glob.glob("*.py")), os.path.getsize(__file__) == len(here.read_bytes()))
shutil.copy(__file__, "copy.txt")
print(open("copy.txt").readline().strip(), os.path.samefile(__file__, "main.py"))
os.remove("copy.txt")
print(os.path.isfile("main.py"), os.path.dirname(os.path.abspath(__file__)) == os.getcwd())
