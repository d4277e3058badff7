print(_VERSION, 7 // 2, 7 / 2, 7.0 // 2, -7 // 2, -7 % 3, 7 % -3, 2 ^ 10, 1e15, 1e100, 2 ^ 53, 1 / 0, -1 / 0, math.maxinteger, math.mininteger)
print(string.format("%d %5d|%-5d|%05d %i %5.2f %e %g %g %x %X %o %c %q %s %%", 3, 4, 5, 6, 7.0, 1.234, 12345.678, 0.1, 1e20, 255, 255, 8, 65, "a\nb", nil))
print(math.type(1), math.type(1.0), math.tointeger(3.0), 3 | 4, ~0, 1 << 62, "10" + 5, 10 .. 20, tonumber("10", 2), tonumber("0x1p4"), tonumber(""))
for i = 1, 3 do
  for j = 1, 3 do
    if j == 2 then goto continue end
    io.write(i, ",", j, " ")
    ::continue::
  end
end
print()
print(os.date("!%c", 0), os.date("!%Y-%m-%d %H:%M", 86400), #arg, arg[0] ~= nil, ...)
print(select("#", 1, nil, nil), select(-1, 1, 2, 3), table.unpack({ 1, 2, 3 }, 2))
print(pcall(error, "msg", 0), select(2, pcall(error, nil)), pcall(string.format, "%d", 3.5))
print(coroutine.isyieldable(), select(2, coroutine.running()), pcall(coroutine.yield, 1))
local generator = coroutine.wrap(function(a)
  local b = coroutine.yield(a + 1)
  print("got", b, coroutine.isyieldable())
  return "end"
end)
print(generator(1), generator("x"), pcall(generator))
do
  local closing <close> = setmetatable({}, { __close = function() print("closed") end })
end
print(io.open("none.txt"))
print(select(2, pcall(io.lines, "none.txt")) ~= nil, os.remove("none.txt"))
print(xpcall(function() error("E") end, function(message) return "handled: " .. message end))
error(42)
