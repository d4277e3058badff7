local function check(x)
  assert(type(x) == "number", "x must be a number, is " .. type(x))
end
check(1)
check("a")
