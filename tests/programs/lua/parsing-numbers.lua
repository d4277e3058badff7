local total, count, rows = 0, 0, {}
for line in io.lines() do
  local name, score = line:match('^(%a+)%s*:%s*(-?%d+%.?%d*)$')
  if name then
    total, count = total + tonumber(score), count + 1
    rows[#rows + 1] = { name = name, score = tonumber(score) }
  elseif line ~= '' then
    io.stderr:write('bad line: ', line, '\n')
  end
end
table.sort(rows, function(a, b) return a.score > b.score or (a.score == b.score and a.name < b.name) end)
for i, row in ipairs(rows) do print(('%2d. %-6s %7.2f'):format(i, row.name, row.score)) end
print('mean', total / count, 'rows', #rows)
