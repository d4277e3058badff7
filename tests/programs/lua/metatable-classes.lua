local Vector = {} ; Vector.__index = Vector
function Vector.new(x, y) return setmetatable({ x = x, y = y }, Vector) end
Vector.__add = function(a, b) return Vector.new(a.x + b.x, a.y + b.y) end
Vector.__sub = function(a, b) return Vector.new(a.x - b.x, a.y - b.y) end
Vector.__mul = function(a, b) if type(a) == "number" then a, b = b, a end return type(b) == "number" and Vector.new(a.x * b, a.y * b) or a.x * b.x + a.y * b.y end
Vector.__eq = function(a, b) return a.x == b.x and a.y == b.y end
Vector.__lt = function(a, b) return #a < #b end
Vector.__le = function(a, b) return #a <= #b end
Vector.__len = function(a) return (a.x ^ 2 + a.y ^ 2) ^ 0.5 end
Vector.__unm = function(a) return Vector.new(-a.x, -a.y) end
Vector.__tostring = function(a) return ("(%g, %g)"):format(a.x, a.y) end
Vector.__concat = function(a, b) return tostring(a) .. tostring(b) end
Vector.__call = function(self, s) return self.x * s end
Vector.__idiv = function(a, b) return Vector.new(a.x // b, a.y // b) end
Vector.__mod, Vector.__band, Vector.__shl = function(a, b) return a.x % b end, function(a, b) return "and" end, function(a, b) return "shl" .. b end
local v, w = Vector.new(3, 4), Vector.new(1, 2)
print(v + w, v - w, v * w, v * 2, 2 * v, v == Vector.new(3, 4), v ~= w, v < w, v <= w, v > w, #v, -v, v .. w, v .. "!", v(10), v // 2, v % 2, v & 1, v << 3)
local Animal = setmetatable({}, { __call = function(cls, ...) local o = setmetatable({}, cls) o:init(...) return o end }) ; Animal.__index = Animal
function Animal:init(name) self.name = name end
function Animal:speak() return self.name .. " makes " .. self:sound() end
function Animal:sound() return "a noise" end
local Dog = setmetatable({}, { __index = Animal, __call = getmetatable(Animal).__call }) ; Dog.__index = Dog ; Dog.__name = "Dog"
function Dog:init(name, trick) Animal.init(self, name) self.trick = trick or "none" end
function Dog:sound() return "woof" end
print(Animal("cat"):speak(), Dog("rex", "roll"):speak(), Dog("x").trick, getmetatable(Dog("y")) == Dog, rawget(Dog("z"), "speak"))
local log = {}
local proxy = setmetatable({}, { __index = function(t, k) log[#log + 1] = "get " .. tostring(k) return k == "ten" and 10 or nil end, __newindex = function(t, k, val) log[#log + 1] = "set " .. k rawset(t, k, val) end, __pairs = function(t) return next, { virtual = 1 }, nil end, __close = function() print("closed") end, __metatable = "locked", __len = function() return 42 end })
proxy.a = 1 ; proxy.a = 2 ; local _ = proxy.ten, proxy.missing
for k, val in pairs(proxy) do print(k, val) end
print(table.concat(log, ","), #proxy, rawlen(proxy), getmetatable(proxy), pcall(setmetatable, proxy, {}))
do local c <close> = proxy print("in scope") end
local defaults = setmetatable({}, { __index = function(t, k) t[k] = k * k return t[k] end }) print(defaults[4], rawget(defaults, 4), rawget(defaults, 5), next(defaults))
local ro = setmetatable({}, { __index = { x = 1 }, __newindex = function(_, k) error("read only: " .. k, 2) end }) print(ro.x, pcall(function() ro.y = 2 end))
local multi = setmetatable({}, { __index = function(_, k) for _, c in ipairs { { a = 1 }, { b = 2 } } do if c[k] then return c[k] end end end }) print(multi.a, multi.b, multi.c)
print(select(2, pcall(function() return {} + 1 end)), select(2, pcall(function() return v < 5 end)), select(2, pcall(function() return #nil end)), select(2, pcall(function() return nil .. "x" end)), select(2, pcall(function() local t t.x = 1 end)), select(2, pcall(function() return 1 < "2" end)), select(2, pcall(function() return ("x")() end)), select(2, pcall(function() return 1 & 1.5 end)), select(2, pcall(function() return math.nothing() end)))
local weak = setmetatable({}, { __mode = "k" }) weak[{}] = 1 collectgarbage() print(next(weak), tostring(setmetatable({}, { __tostring = function() return "custom" end })), tostring(setmetatable({}, { __name = "MyType" })):match("^MyType: ") ~= nil)
local Stack = {} Stack.__index = Stack setmetatable(Stack, { __call = function(c, ...) return setmetatable({ items = { ... }, n = select("#", ...) }, c) end }) function Stack:push(...) for i = 1, select("#", ...) do self.n = self.n + 1 self.items[self.n] = (select(i, ...)) end return self end function Stack:pop() local x = self.items[self.n] self.items[self.n] = nil self.n = self.n - 1 return x end Stack.__len = function(s) return s.n end local s = Stack(1, nil, 3):push("a", "b") print(#s, s:pop(), s:pop(), s:pop(), s:pop(), #s)
print(v:nothing())
