local function closing(name) return setmetatable({ name = name }, { __gc = function(it) print("closed", it.name) end }) end
local first, second = closing("first"), closing("second")
kept = closing("global")
do local gone = closing("gone") end
collectgarbage()
print("collected")
setmetatable({}, { __gc = function() error("not seen") end })
local again = setmetatable({}, { __gc = function() io.write("made at the end: ", tostring(closing("late") ~= nil), "\n") end })
local co = coroutine.wrap(function() local held = closing("in a coroutine") coroutine.yield() end)
co()
local file <close> = setmetatable({}, { __close = function() print("to be closed") end })
print("last line", first.name, second.name)
