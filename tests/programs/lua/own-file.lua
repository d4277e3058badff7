local file = assert(io.open(arg[0]))
print(file:read('l'))
file:close()
local count = 0
for _ in io.lines(arg[0]) do count = count + 1 end
print(count, (arg[0]:match('[^/]+$')))
