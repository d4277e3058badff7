local function producer()
  return coroutine.create(function()
    for i = 1, 3 do
      local got = coroutine.yield("item " .. i)
      if got then print("got", got) end
    end
    return "done"
  end)
end
local p = producer()
while true do
  local ok, value = coroutine.resume(p, "thanks")
  print(ok, value, coroutine.status(p))
  if coroutine.status(p) == "dead" then break end
end
print(coroutine.resume(p))
local gen = coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i * i) end end)
print(gen(), gen(), gen())
local bad = coroutine.create(function() error({ code = 7 }) end)
local ok, err = coroutine.resume(bad)
print(ok, type(err), err.code, coroutine.isyieldable(), coroutine.running() ~= nil)
local function permgen(a, n)
  n = n or #a
  if n <= 1 then coroutine.yield(a) else
    for i = 1, n do a[n], a[i] = a[i], a[n] permgen(a, n - 1) a[n], a[i] = a[i], a[n] end
  end
end
for p in coroutine.wrap(function() permgen({ 1, 2, 3 }) end) do print(table.concat(p, " ")) end
