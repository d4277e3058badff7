print("a", end="")
exit(0)
print("b")
