local LRU = {}
LRU.__index = LRU
function LRU.new(n) local head, tail = {}, {} head.next, tail.prev = tail, head return setmetatable({ max = n, size = 0, map = {}, head = head, tail = tail }, LRU) end
local function unlink(node) node.prev.next, node.next.prev = node.next, node.prev end
function LRU:front(node) node.prev, node.next = self.head, self.head.next self.head.next.prev = node self.head.next = node end
function LRU:get(k) local node = self.map[k] if not node then return -1 end unlink(node) self:front(node) return node.v end
function LRU:put(k, v)
  local node = self.map[k]
  if node then node.v = v unlink(node) self:front(node) return end
  if self.size == self.max then local last = self.tail.prev unlink(last) self.map[last.k] = nil self.size = self.size - 1 end
  node = { k = k, v = v } self.map[k] = node self:front(node) self.size = self.size + 1
end
function LRU:__tostring() local parts, n = {}, self.head.next while n ~= self.tail do parts[#parts + 1] = n.k .. '=' .. n.v n = n.next end return '{' .. table.concat(parts, ' ') .. '}' end
local c = LRU.new(2)
c:put('a', 1) c:put('b', 2) print(c:get('a')) c:put('c', 3) print(c:get('b'), c)
