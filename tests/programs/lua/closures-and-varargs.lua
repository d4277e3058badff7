local function counter(start)
  local n = start or 0
  return { up = function(by) n = n + (by or 1) return n end, reset = function() n = 0 end, get = function() return n end }
end
local c, d = counter(), counter(10)
c.up() c.up(5) d.up()
print(c.get(), d.get())
local fs = {}
for i = 1, 3 do fs[i] = function() i = i + 1 return i end end
print(fs[1](), fs[1](), fs[2]())
local function sum(...) local s = 0 for i = 1, select('#', ...) do s = s + (select(i, ...) or 0) end return s, ... end
print(sum(1, nil, 3))
print((sum(1, 2)))
local function memoize(f) local cache = {} return function(n) if cache[n] == nil then cache[n] = f(n) end return cache[n] end end
local fib fib = memoize(function(n) return n < 2 and n or fib(n - 1) + fib(n - 2) end)
print(fib(80))
local function compose(...) local fs = { ... } return function(...) local r = table.pack(...) for i = #fs, 1, -1 do r = table.pack(fs[i](table.unpack(r, 1, r.n))) end return table.unpack(r, 1, r.n) end end
print(compose(tostring, function(x) return x + 1 end)(41))
local function curry(f, n) n = n or 2 if n < 2 then return f end return function(x) return curry(function(...) return f(x, ...) end, n - 1) end end
print(curry(function(a, b, c) return a .. b .. c end, 3)('x')('y')('z'))
local function tail(n, acc) if n == 0 then return acc end return tail(n - 1, acc + n) end
print(tail(100000, 0))
print(type(load('return 1 + 1')), load('return ...')(5), load('syntax error here'), pcall(load('error("x")')))
local env = { print = print } local chunk = load('x = 5 print(x)', 'chunk', 't', env) chunk() print(x, env.x)
print(math.max(1, 5, 3), math.floor(-2.5), math.ceil(2.1), math.huge, -math.huge, math.pi, math.fmod(-7, 3), math.tointeger(3.0), math.ult(1, -1), math.abs(-4), math.sqrt(16), 7 // 0.0, 0/0 ~= 0/0)
print(not nil, nil and 1, false or 'x', 1 and 2, nil == false, 'a' < 'b', 2 < 10, '2' < '10')
