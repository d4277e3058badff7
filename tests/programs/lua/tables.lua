local t = { 5, 2, 8, 1, name = "t" }
table.sort(t)
print(table.concat(t, ","), #t)
table.sort(t, function(a, b) return a > b end)
table.insert(t, 1, 99) table.insert(t, 7) print(table.remove(t), table.remove(t, 1), table.concat(t, " "))
print(table.unpack({ 1, 2, 3 }, 2), select("#", nil, nil), select(-1, 1, 2), table.pack(1, nil, 3).n)
print(next({}), type(next), #{ 1, 2, nil, 4 } >= 2, rawlen({ 1, 2 }), table.move({ 1, 2, 3 }, 1, 3, 2)[3])
local keys = {}
for k in pairs({ b = 1, a = 2, [10] = 3 }) do keys[#keys + 1] = tostring(k) end
table.sort(keys) print(table.concat(keys, " "))
print(pcall(table.concat, { 1, {}, 3 }), pcall(table.sort, { 3, "a", 1 }))
for i = 10, 1, -3 do io.write(i, " ") end print()
goto done
print("skipped")
::done:: print("done")
