local M = { name = "a" }
package.loaded[...] = M
M.b = require("b")
return M
