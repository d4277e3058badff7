local Vector = {}
Vector.__index = Vector
Vector.__add = function(a, b) return Vector.new(a.x + b.x, a.y + b.y) end
Vector.__eq = function(a, b) return a.x == b.x and a.y == b.y end
Vector.__tostring = function(v) return "(" .. v.x .. ", " .. v.y .. ")" end
Vector.__call = function(self, k) return self[k] end
Vector.__concat = function(a, b) return tostring(a) .. tostring(b) end
Vector.__lt = function(a, b) return a.x < b.x end
Vector.__unm = function(a) return Vector.new(-a.x, -a.y) end
function Vector.new(x, y) return setmetatable({ x = x, y = y }, Vector) end
local a, b = Vector.new(1, 2), Vector.new(3, 4)
print(a + b, a == Vector.new(1, 2), a("x"), a .. b, a < b, -a)
local defaults = setmetatable({}, { __index = function(t, k) return k .. "?" end, __newindex = function(t, k, v) rawset(t, k, v * 2) end })
defaults.n = 4
print(defaults.n, defaults.missing, rawget(defaults, "missing"))
local proxy = setmetatable({}, { __metatable = "locked", __len = function() return 42 end })
print(getmetatable(proxy), #proxy, pcall(setmetatable, proxy, {}))
