local n = io.read("n")
local total = 0
for i = 1, n do total = total + io.read("n") end
print(n, total)
print(io.read("l"), io.read("L"), io.read(3), io.read("a"))
print(io.read("l"), io.read(0))
