local function inner(x)
  if x > 2 then
    error('too deep: ' .. x)
  end
  return inner(x + 1) + 1
end
local ok, tb = xpcall(inner, debug.traceback, 0)
print(ok, tb:match('^[^\n]+'))
print(debug.getinfo(1, 'l').currentline, debug.getinfo(inner, 'S').linedefined, debug.getinfo(1, 'S').short_src)
local co = coroutine.wrap(function()
  local t = nil
  return t.field
end)
co()
