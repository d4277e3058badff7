local Matrix = {}
Matrix.__index = Matrix
function Matrix.new(rows) return setmetatable(rows, Matrix) end
function Matrix.__mul(a, b)
  local r = {}
  for i = 1, #a do r[i] = {} for j = 1, #b[1] do local s = 0 for k = 1, #b do s = s + a[i][k] * b[k][j] end r[i][j] = s end end
  return Matrix.new(r)
end
function Matrix.__tostring(m) local lines = {} for i, row in ipairs(m) do lines[i] = table.concat(row, ' ') end return table.concat(lines, '\n') end
function Matrix:transpose() local r = {} for j = 1, #self[1] do r[j] = {} for i = 1, #self do r[j][i] = self[i][j] end end return Matrix.new(r) end
local m = Matrix.new({ { 1, 2 }, { 3, 4 }, { 5, 6 } })
print(m * m:transpose())
print(m:transpose())
local function spiral(m)
  local out, top, bottom, left, right = {}, 1, #m, 1, #m[1]
  while top <= bottom and left <= right do
    for c = left, right do out[#out + 1] = m[top][c] end top = top + 1
    for r = top, bottom do out[#out + 1] = m[r][right] end right = right - 1
    if top <= bottom then for c = right, left, -1 do out[#out + 1] = m[bottom][c] end bottom = bottom - 1 end
    if left <= right then for r = bottom, top, -1 do out[#out + 1] = m[r][left] end left = left + 1 end
  end
  return out
end
print(table.concat(spiral({ { 1, 2, 3 }, { 4, 5, 6 }, { 7, 8, 9 } }), ','))
local function life(w)
  local n = {}
  for r = 1, #w do
    local row = {}
    for c = 1, #w[r] do
      local around = 0
      for dr = -1, 1 do for dc = -1, 1 do if (dr ~= 0 or dc ~= 0) and w[r + dr] and w[r + dr]:sub(c + dc, c + dc) == '#' and c + dc > 0 then around = around + 1 end end end
      row[c] = (around == 3 or around == 2 and w[r]:sub(c, c) == '#') and '#' or '.'
    end
    n[r] = table.concat(row)
  end
  return n
end
local w = { '.....', '..#..', '..#..', '..#..', '.....' }
for _ = 1, 2 do w = life(w) print(table.concat(w, '\n')) print() end
