import os

for mistake in (lambda: open("none.txt"), lambda: os.listdir("nowhere"), lambda: os.mkdir("/tmp"), lambda: open("/tmp")):
    try:
        mistake()
    except OSError as error:
        print(type(error).__name__, error)
open("none.txt")
