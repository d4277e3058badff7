local function clear() io.write('\27[2J\27[H') end
local grid = { '.....', '..#..', '..#..', '..#..', '.....' }
local function at(g, r, c) return g[r] and g[r]:sub(c, c) == '#' and 1 or 0 end
local function step(g) local n = {} for r = 1, #g do local row = {} for c = 1, #g[r] do local s = 0 for i = -1, 1 do for j = -1, 1 do if i ~= 0 or j ~= 0 then s = s + at(g, r + i, c + j) end end end row[c] = (s == 3 or (s == 2 and at(g, r, c) == 1)) and '#' or '.' end n[r] = table.concat(row) end return n end
for gen = 1, 3 do clear() print('gen ' .. gen) print(table.concat(grid, '\n')) grid = step(grid) end
io.write('\27[31mred\27[0m \27[1A\27[5Cx\27[1B\n', 'progress: 10%\rprogress: 100%\n', 'abc\b\bX\n')
