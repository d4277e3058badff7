local Queue = {}
Queue.__index = Queue
function Queue.new() return setmetatable({ first = 1, last = 0, items = {} }, Queue) end
function Queue:push(v) self.last = self.last + 1 self.items[self.last] = v end
function Queue:pop() if self.first > self.last then return nil end local v = self.items[self.first] self.items[self.first] = nil self.first = self.first + 1 return v end
function Queue:empty() return self.first > self.last end
local grid = { 'S.#.', '..#E', '....' }
local function bfs(grid)
  local start
  for r, row in ipairs(grid) do local c = row:find('S') if c then start = { r, c, 0 } end end
  local queue, seen = Queue.new(), {}
  queue:push(start) seen[start[1] .. ',' .. start[2]] = true
  while not queue:empty() do
    local r, c, d = table.unpack(queue:pop())
    if grid[r]:sub(c, c) == 'E' then return d end
    for _, m in ipairs({ { 0, 1 }, { 1, 0 }, { 0, -1 }, { -1, 0 } }) do
      local nr, nc = r + m[1], c + m[2]
      local cell = grid[nr] and grid[nr]:sub(nc, nc)
      local key = nr .. ',' .. nc
      if cell and cell ~= '' and cell ~= '#' and not seen[key] then seen[key] = true queue:push({ nr, nc, d + 1 }) end
    end
  end
  return -1
end
print(bfs(grid), bfs({ 'S#E' }))
local function balanced(s)
  local stack, pairs_ = {}, { [')'] = '(', [']'] = '[', ['}'] = '{' }
  for ch in s:gmatch('.') do
    if ch:find('[%(%[{]') then stack[#stack + 1] = ch
    elseif pairs_[ch] then if table.remove(stack) ~= pairs_[ch] then return false end end
  end
  return #stack == 0
end
print(balanced('{[()]}'), balanced('([)]'), balanced(''), balanced('(('))
local function sorted(t, lo, hi)
  lo, hi = lo or 1, hi or #t
  if lo < hi then
    local p, i = t[hi], lo - 1
    for j = lo, hi do if t[j] <= p then i = i + 1 t[i], t[j] = t[j], t[i] end end
    sorted(t, lo, i - 1) sorted(t, i + 1, hi)
  end
  return t
end
print(table.concat(sorted({ 5, 2, 9, 1, 5, 6 }), ' '))
