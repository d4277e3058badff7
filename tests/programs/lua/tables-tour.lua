local t = { 10, 20, 30, x = 1, ['key with space'] = 2, [100] = 'far' }
print(#t, t.x, t['key with space'], t[100], t[4])
table.insert(t, 40) table.insert(t, 1, 5)
print(table.concat(t, ','), table.remove(t), table.remove(t, 1), table.unpack({ 1, 2, 3 }, 2))
print(select('#', table.unpack({ n = 3 }, 1, 3)), table.pack(1, nil, 3).n, select(-1, 'a', 'b'), select(2, 'a', 'b', 'c'))
local words = { 'banana', 'Apple', 'cherry', 'fig' }
table.sort(words) print(table.concat(words, ' '))
table.sort(words, function(a, b) if #a ~= #b then return #a < #b end return a < b end) print(table.concat(words, ' '))
print(table.concat(table.move({ 1, 2, 3 }, 1, 3, 2), ','), next({}), type(next), #'abc', ({ 'a', 'b' })[2])
local keys = {}
for k in pairs({ b = 1, a = 2, c = 3 }) do keys[#keys + 1] = k end
table.sort(keys) print(table.concat(keys))
for i, v in ipairs({ 'x', 'y', nil, 'z' }) do io.write(i, v, ' ') end print()
for i = 10, 1, -4 do io.write(i, ' ') end for x = 0, 1, 0.25 do io.write(x, ' ') end print()
local function copy(o) if type(o) ~= 'table' then return o end local c = {} for k, v in pairs(o) do c[copy(k)] = copy(v) end return c end
local deep = { a = { b = { 1 } } } local other = copy(deep) other.a.b[1] = 2 print(deep.a.b[1], other.a.b[1])
local function map(f, l) local r = {} for i, v in ipairs(l) do r[i] = f(v) end return r end
local function reduce(f, l, s) for _, v in ipairs(l) do s = f(s, v) end return s end
print(table.concat(map(function(x) return x * x end, { 1, 2, 3 }), ' '), reduce(math.max, { 3, 9, 2 }, 0))
local count = {} for c in ('mississippi'):gmatch('.') do count[c] = (count[c] or 0) + 1 end print(count.i, count.s, count.z)
local a, b, c = (function() return 1, 2, 3 end)() print(a, b, c, (function() return 1, 2 end)())
local i = 1 i, t[i] = i + 1, 'set' print(i, t[1])
goto done
print('skipped')
::done::
do local x <const> = 5 local y <close> = setmetatable({}, { __close = function() print('closed') end }) print(x) end
print(pcall(table.concat, { 1, {}, 3 })) print(pcall(table.insert, { 1 }, 5, 2)) print(pcall(ipairs)) print(pcall(function() local n = nil; n.x = 1 end))
