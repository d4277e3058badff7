local Stack = {} Stack.__index = Stack
function Stack:push(v) self[#self + 1] = v end
function Stack:pop()
  if #self == 0 then
    error("the stack is empty", 2)
  end
  return table.remove(self)
end
return function() return setmetatable({}, Stack) end
