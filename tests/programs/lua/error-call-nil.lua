local m = {}
function m.start() m.helper() end
print("start")
m.start()
