local Queue = {}
Queue.__index = Queue

function Queue.new() return setmetatable({ first = 1, last = 0, items = {} }, Queue) end
function Queue:push(item) self.last = self.last + 1; self.items[self.last] = item end
function Queue:pop()
  if self.first > self.last then error("the queue is empty") end
  local item = self.items[self.first]
  self.items[self.first] = nil
  self.first = self.first + 1
  return item
end
Queue.__len = function(self) return self.last - self.first + 1 end

local q = Queue.new()
for i = 1, 3 do q:push(i * i) end
print(#q, q:pop(), q:pop())
q:pop()
print(pcall(q.pop, q))
q:pop()
