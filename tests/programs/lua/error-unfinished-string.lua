print("one")
print("two)
