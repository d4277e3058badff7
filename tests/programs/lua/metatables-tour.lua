local Vector = {}
Vector.__index = Vector
setmetatable(Vector, { __call = function(class, x, y) return setmetatable({ x = x, y = y }, class) end })
function Vector.__add(a, b) return Vector(a.x + b.x, a.y + b.y) end
function Vector.__mul(a, b) if type(a) == 'number' then return Vector(a * b.x, a * b.y) end return a.x * b.x + a.y * b.y end
function Vector.__unm(a) return Vector(-a.x, -a.y) end
function Vector.__eq(a, b) return a.x == b.x and a.y == b.y end
function Vector.__lt(a, b) return a:length() < b:length() end
function Vector.__le(a, b) return not (b < a) end
function Vector.__tostring(a) return ('(%g, %g)'):format(a.x, a.y) end
function Vector.__len(a) return 2 end
function Vector.__concat(a, b) return tostring(a) .. tostring(b) end
function Vector.__idiv(a, n) return Vector(a.x // n, a.y // n) end
function Vector:length() return math.sqrt(self.x ^ 2 + self.y ^ 2) end
local a, b = Vector(3, 4), Vector(1, 2)
print(a + b, 2 * a, a * b, -a, a == Vector(3, 4), a < b, a >= b, #a, a .. '!' .. 1, a // 2, a:length())
local log = {}
local proxy = setmetatable({}, { __index = function(_, k) log[#log + 1] = 'get ' .. tostring(k) return k end, __newindex = function(t, k, v) rawset(t, k, v * 2) end, __pairs = function() return next, { p = 1 } end, __close = nil })
proxy.n = 5
print(proxy.n, proxy.other, proxy[1], table.concat(log, ','), rawget(proxy, 'zzz'), rawlen({ 1, 2 }), rawequal(a, a))
for k, v in pairs(proxy) do print(k, v) end
local defaults = setmetatable({}, { __index = { color = 'red' } })
print(defaults.color, getmetatable('').__index == string, getmetatable(defaults).__index.color)
print(pcall(function() return a + nil end))
print(select(2, pcall(setmetatable, setmetatable({}, { __metatable = 'locked' }), {})))
local weak = setmetatable({}, { __mode = 'k' })
weak[{}] = 1
collectgarbage()
print(next(weak))
