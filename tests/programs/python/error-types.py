print("a" * 3)
print("a" + 3)
