local function encode(v, indent, level)
  local kind = type(v)
  if kind == 'nil' then return 'null' end
  if kind == 'string' then return '"' .. v:gsub('[%c"\\]', function(c) return ({ ['"'] = '\\"', ['\\'] = '\\\\', ['\n'] = '\\n', ['\t'] = '\\t' })[c] or ('\\u%04x'):format(c:byte()) end) .. '"' end
  if kind ~= 'table' then return tostring(v) end
  local parts, open, close = {}, '{', '}'
  if #v > 0 or next(v) == nil then
    open, close = '[', ']'
    for _, e in ipairs(v) do parts[#parts + 1] = encode(e) end
  else
    local keys = {}
    for k in pairs(v) do keys[#keys + 1] = k end
    table.sort(keys)
    for _, k in ipairs(keys) do parts[#parts + 1] = encode(k) .. ':' .. encode(v[k]) end
  end
  return open .. table.concat(parts, ',') .. close
end
print(encode({ name = 'Ann "A"', tags = { 'x', 'y\n' }, n = 1.5, i = 3, ok = true, none = {}, nested = { a = { b = false } } }))
local function decode(s)
  local at = 1
  local function space() at = s:find('%S', at) or #s + 1 end
  local value
  local function fail(m) error(('%s at %d'):format(m, at), 0) end
  function value()
    space()
    local c = s:sub(at, at)
    if c == '{' then
      at = at + 1
      local o = {}
      space()
      if s:sub(at, at) == '}' then at = at + 1 return o end
      while true do
        local k = value() space()
        if s:sub(at, at) ~= ':' then fail("':' expected") end
        at = at + 1
        o[k] = value() space()
        local d = s:sub(at, at) at = at + 1
        if d == '}' then return o elseif d ~= ',' then fail("',' expected") end
      end
    elseif c == '[' then
      at = at + 1
      local a = {}
      space()
      if s:sub(at, at) == ']' then at = at + 1 return a end
      while true do
        a[#a + 1] = value() space()
        local d = s:sub(at, at) at = at + 1
        if d == ']' then return a elseif d ~= ',' then fail("',' expected") end
      end
    elseif c == '"' then
      local e = s:find('"', at + 1, true) or fail('unfinished string')
      local r = s:sub(at + 1, e - 1) at = e + 1 return r
    end
    local word = s:match('^[%w.+-]+', at) or fail('unexpected ' .. c)
    at = at + #word
    if word == 'true' then return true elseif word == 'false' then return false elseif word == 'null' then return nil end
    return tonumber(word) or fail('bad word ' .. word)
  end
  return value()
end
local o = decode('{"a": [1, 2.5, {"b": "text"}], "t": true, "e": {}}')
print(o.a[2], o.a[3].b, o.t, next(o.e), encode(o))
print(pcall(decode, '{"a" 1}'), pcall(decode, '[1 2]'), pcall(decode, '?'))
