local open = setmetatable({}, { __gc = function() print("closed after the error") end })
print("before")
error("bad")
