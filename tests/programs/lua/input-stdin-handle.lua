local text = io.stdin:read("a")
local words = {}
for w in text:gmatch("%a+") do words[w:lower()] = (words[w:lower()] or 0) + 1 end
local list = {}
for w, n in pairs(words) do list[#list + 1] = w .. "=" .. n end
table.sort(list)
print(table.concat(list, " "))
io.stdout:write("no newline")
