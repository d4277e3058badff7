open = setmetatable({}, { __gc = function() print("closed") end })
print("before")
os.exit(true, true)
