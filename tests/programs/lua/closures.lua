local function counter()
  local n = 0
  return function() n = n + 1 return n end, function() n = 0 end
end
local inc, reset = counter()
inc() inc() print(inc()) reset() print(inc())
local function sum(...)
  local total = 0
  for _, v in ipairs({ ... }) do total = total + v end
  return total, select("#", ...)
end
print(sum(1, 2, 3), (sum(4, 5)))
local memo = setmetatable({}, { __mode = "k" })
local function fib(n) if n < 2 then return n end memo[n] = memo[n] or fib(n - 1) + fib(n - 2) return memo[n] end
print(fib(80))
print((function(...) return select(2, ...) end)("a", "b", "c"))
local t <const> = 5
do local closing <close> = setmetatable({}, { __close = function() print("closed") end }) print("inside") end
