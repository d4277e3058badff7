local function f(x)
  if x then
    print(x)
end
f(1)
