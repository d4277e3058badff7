local M = {}
print("util loads", (...))
function M.join(t, sep) return table.concat(t, sep or ", ") end
return M
