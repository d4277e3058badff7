local V = setmetatable({}, {
  __add = function(a, b)
    return a.x + b.x
  end,
})
local sum = V + V
print(sum)
