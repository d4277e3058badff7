import sys, time
for i in range(3):
    sys.stdout.write(f"\rprogress {i + 1}/3")
    sys.stdout.flush()
    time.sleep(0.001)
print()
print("\033[1;31mred\033[0m \x1b[2J\x1b[H cleared", "back\b\bspace", "a\tb", "bell\a")
print("no newline at the end", end="")
