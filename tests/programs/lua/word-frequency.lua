local text = [[
The quick brown fox. The lazy dog!
the end, fox?
]]
local count, order = {}, {}
for word in text:lower():gmatch('%a+') do
  if not count[word] then order[#order + 1] = word end
  count[word] = (count[word] or 0) + 1
end
table.sort(order, function(a, b) if count[a] ~= count[b] then return count[a] > count[b] end return a < b end)
for i = 1, 3 do print(('%-6s %s'):format(order[i], ('*'):rep(count[order[i]]))) end
local function title(s) return (s:gsub('(%a)([%w_]*)', function(f, r) return f:upper() .. r:lower() end)) end
print(title('hello big WORLD'), ('racecar'):reverse() == 'racecar', ('a-b-c'):gsub('-', '+'))
local function split(s, sep) local out = {} for part in (s .. sep):gmatch('(.-)' .. sep:gsub('%p', '%%%0')) do out[#out + 1] = part end return out end
print(table.concat(split('a.b..c', '.'), '|'), #split('', ','))
local function caesar(s, k) return (s:gsub('%a', function(c) local b = c:match('%l') and 97 or 65 return string.char((c:byte() - b + k) % 26 + b) end)) end
print(caesar('Hello, World!', 3), caesar(caesar('xyz', 5), -5))
local function rle(s) return (s:gsub('(.)', function() return nil end)) end
print(rle('aab'))
local function wrap(s, n) local lines, line = {}, '' for w in s:gmatch('%S+') do if #line + #w + 1 > n and line ~= '' then lines[#lines + 1] = line line = w else line = line == '' and w or line .. ' ' .. w end end lines[#lines + 1] = line return lines end
print(table.concat(wrap('The quick brown fox jumps over the lazy dog', 16), '\n'))
