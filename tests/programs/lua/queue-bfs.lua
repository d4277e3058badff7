local grid = { "S.#.", "..#E", "#..." }
local function bfs()
  local queue, first = { { 1, 1, 0 } }, 1
  local seen = { ["1,1"] = true }
  while queue[first] do
    local r, c, d = table.unpack(queue[first]) first = first + 1
    if grid[r]:sub(c, c) == "E" then return d end
    for _, m in ipairs({ { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } }) do
      local nr, nc = r + m[1], c + m[2]
      local row = grid[nr]
      local cell = row and row:sub(nc, nc) or ""
      if cell ~= "" and cell ~= "#" and not seen[nr .. "," .. nc] then
        seen[nr .. "," .. nc] = true
        queue[#queue + 1] = { nr, nc, d + 1 }
      end
    end
  end
end
print(bfs())
