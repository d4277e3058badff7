local total = 0
local prices = { 1, "x", 3 }
for _, p in ipairs(prices) do
  total = total + p
end
