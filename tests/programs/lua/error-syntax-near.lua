print("one")
local x = = 3
