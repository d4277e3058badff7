-- Functions of Lua 5.1 that people still use; most builds of 5.4 have them.
print(math.pow(2, 10), math.pow("2", 0.5), math.log10(1000), math.log10(2))
print(math.cosh(0), math.sinh(1), math.tanh(0.5), math.sinh(1e-6), math.tanh(-1e-7), math.tanh(800), math.tanh(-800))
print(math.frexp(8), math.frexp(0.3), math.frexp(-5), math.frexp(0), math.frexp(2 ^ 53 - 1), math.frexp(1 / 0))
print(math.ldexp(0.5, 4), math.ldexp(3, -1), math.atan2(1, -1), math.atan2(0, 1))

local function distance(a, b)
  return math.sqrt(math.pow(a.x - b.x, 2) + math.pow(a.y - b.y, 2))
end

print(distance({ x = 0, y = 0 }, { x = 3, y = 4 }))
print(pcall(function()
  local value = math.pow("two", 1)
  return value
end))
print(math.log10({}))
