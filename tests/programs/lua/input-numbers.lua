print(io.read("n", "n", "n"))
print(io.read("l"))
print(io.read("n"), io.read("L"))
print(io.read("a"), io.read("a"), io.read("l"), io.read("n"), io.read(0))
