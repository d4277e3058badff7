local ok, message = pcall(function() error('plain') end) print(ok, message)
print(pcall(error, { code = 1 }) == false, select(2, pcall(error, 'no position', 0)), select(2, pcall(error)))
local NotFound = setmetatable({}, { __tostring = function() return 'NotFound class' end })
NotFound.__index = NotFound
NotFound.__tostring = function(e) return 'NotFound: ' .. e.what end
local function find(k) if k ~= 'a' then error(setmetatable({ what = k }, NotFound)) end return k:upper() end
for _, k in ipairs({ 'a', 'b' }) do
  local ok, e = pcall(find, k)
  print(ok, tostring(e), not ok and getmetatable(e) == NotFound)
end
print(xpcall(function() local x = nil return x.y end, function(m) return 'handled: ' .. m end))
print(xpcall(function(a, b) return a + b end, print, 1, 2))
print(select(2, pcall(function() return 1 + {} end)), select(2, pcall(function() return #5 end)), select(2, pcall(function() return {} < {} end)), select(2, pcall(function() return 'a' < 1 end)))
print(select(2, pcall(function() undefinedfn() end)), select(2, pcall(function() local t = {} t.x.y = 1 end)), select(2, pcall(function() return ('x').y.z end)))
print(assert(1, 'unused'), select(2, pcall(assert, false)), select(2, pcall(assert, nil, 'message')), select(2, pcall(assert, false, { 1 })) ~= nil)
print(select(2, pcall(function() for i = 1, 10, 0 do end end)), select(2, pcall(function() return 2^53 | 1.5 end)), select(2, pcall(function() return 1 // 0 end)), tostring(1 % math.huge))
local function level2() error('at caller', 2) end
print(pcall(function() level2() end))
local f <close> = setmetatable({}, { __close = function(_, e) print('closing with', e) end })
local t = nil
print(t.field)
