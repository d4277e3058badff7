local co = coroutine.create(function(a, b)
  print('start', a, b)
  local c = coroutine.yield(a + b)
  print('got', c)
  local d, e = coroutine.yield(c * 2)
  print('got', d, e)
  return 'end', 99
end)
print(coroutine.resume(co, 1, 2))
print(coroutine.status(co))
print(coroutine.resume(co, 10))
print(coroutine.resume(co, 'x', 'y'))
print(coroutine.status(co), coroutine.resume(co))
local function range(n) return coroutine.wrap(function() for i = 1, n do coroutine.yield(i) end end) end
local sum = 0
for i in range(5) do sum = sum + i end
print(sum)
local function permutations(a, n)
  n = n or #a
  if n <= 1 then coroutine.yield(a) return end
  for i = 1, n do
    a[n], a[i] = a[i], a[n]
    permutations(a, n - 1)
    a[n], a[i] = a[i], a[n]
  end
end
for p in coroutine.wrap(function() permutations({ 1, 2, 3 }) end) do io.write(table.concat(p), ' ') end
print()
local bad = coroutine.create(function() error('inside') end)
print(coroutine.resume(bad))
print(select(2, pcall(coroutine.wrap(function() error({ code = 7 }) end))).code)
print(coroutine.isyieldable(), select('#', coroutine.running()), coroutine.close(coroutine.create(print)))
local function producer() return coroutine.create(function() for _, v in ipairs({ 'a', 'b' }) do coroutine.yield(v) end end) end
local function filter(p) return coroutine.create(function() while true do local _, v = coroutine.resume(p) if not v then return end coroutine.yield(v:upper()) end end) end
local f = filter(producer())
while true do local _, v = coroutine.resume(f) if not v then break end print(v) end
local tasks, out = {}, {}
for id = 1, 3 do tasks[id] = coroutine.create(function() for step = 1, id do out[#out + 1] = id .. ':' .. step coroutine.yield() end end) end
while #tasks > 0 do for i = #tasks, 1, -1 do coroutine.resume(tasks[i]) if coroutine.status(tasks[i]) == 'dead' then table.remove(tasks, i) end end end
print(table.concat(out, ' '))
