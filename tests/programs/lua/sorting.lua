local function quicksort(t, lo, hi)
  lo, hi = lo or 1, hi or #t
  if lo < hi then
    local p, i = t[hi], lo - 1
    for j = lo, hi - 1 do if t[j] <= p then i = i + 1 t[i], t[j] = t[j], t[i] end end
    t[i + 1], t[hi] = t[hi], t[i + 1]
    quicksort(t, lo, i) quicksort(t, i + 2, hi)
  end
  return t
end
print(table.concat(quicksort({ 9, 3, 7, 1, 8, 2 }), " "))
local people = { { name = "Ada", age = 36 }, { name = "Bob", age = 25 } }
table.sort(people, function(a, b) return a.age < b.age end)
for i, p in ipairs(people) do print(i, p.name, p.age) end
print(pcall(table.sort, { 1, 2, 3, 4, 5 }, function() return true end) ~= nil)
