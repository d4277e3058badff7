local function edit(a, b)
  local row = {}
  for j = 0, #b do row[j] = j end
  for i = 1, #a do
    local previous = row[0]
    row[0] = i
    for j = 1, #b do
      local keep = row[j]
      row[j] = a:byte(i) == b:byte(j) and previous or 1 + math.min(previous, row[j], row[j - 1])
      previous = keep
    end
  end
  return row[#b]
end
local function coins(list, amount)
  local ways = { [0] = 1 }
  for _, c in ipairs(list) do for v = c, amount do ways[v] = (ways[v] or 0) + (ways[v - c] or 0) end end
  return ways[amount]
end
local function knapsack(items, room)
  local best = {}
  for w = 0, room do best[w] = 0 end
  for _, it in ipairs(items) do for w = room, it.w, -1 do best[w] = math.max(best[w], best[w - it.w] + it.v) end end
  return best[room]
end
print(edit('kitten', 'sitting'), coins({ 1, 2, 5 }, 11), knapsack({ { w = 1, v = 1 }, { w = 3, v = 4 }, { w = 4, v = 5 }, { w = 5, v = 7 } }, 7))
local function queens(n)
  local count, cols, d1, d2 = 0, {}, {}, {}
  local function place(r)
    if r > n then count = count + 1 return end
    for c = 1, n do
      if not (cols[c] or d1[r + c] or d2[r - c + n]) then
        cols[c], d1[r + c], d2[r - c + n] = true, true, true
        place(r + 1)
        cols[c], d1[r + c], d2[r - c + n] = nil, nil, nil
      end
    end
  end
  place(1)
  return count
end
print(queens(6), queens(4))
local function sieve(n) local c, p = {}, {} for i = 2, n do if not c[i] then p[#p + 1] = i for j = i * i, n, i do c[j] = true end end end return p end
print(table.concat(sieve(40), ' '))
local function hanoi(n, a, b, c, moves) if n > 0 then hanoi(n - 1, a, c, b, moves) moves[#moves + 1] = a .. b hanoi(n - 1, c, b, a, moves) end return moves end
print(#hanoi(8, 'A', 'C', 'B', {}), table.concat(hanoi(2, 'A', 'C', 'B', {}), ' '))
print(string.format('%.3f', (function(f, a, b) for _ = 1, 60 do local m = (a + b) / 2 if f(m) > 0 then b = m else a = m end end return a end)(function(x) return x * x - 2 end, 0, 2)))
