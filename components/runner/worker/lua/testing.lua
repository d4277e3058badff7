-- Has a function of the program called in place of the program, and tells what it returned. Run only where that is wanted.
return function(name, args, count, report)
  local type, tostring, pairs, next, select, error = type, tostring, pairs, next, select, error
  local concat, unpack, pack = table.concat, table.unpack, table.pack
  local format, gsub, gmatch, byte, match = string.format, string.gsub, string.gmatch, string.byte, string.match
  local math_type, huge = math.type, math.huge

  -- As in returned.py: values, and characters of texts, all together.
  local MOST, DEEPEST, LARGEST = 400000, 200, 2 ^ 53 - 1
  local TOO_LARGE = {}
  local left = MOST
  local function spend(amount)
    left = left - amount
    if left < 0 then error(TOO_LARGE, 0) end
  end

  local function quoted(text)
    spend(#text)
    return '"' .. gsub(text, '[%c"\\]', function(character) return format('\\u%04x', byte(character)) end) .. '"'
  end
  local function mark(kind, value) return '{"\\u0000":["' .. kind .. '",' .. (value or 'null') .. ']}' end

  local function number(value)
    if value ~= value then return mark('number', '"NaN"') end
    if value == huge or value == -huge then return mark('number', value > 0 and '"Infinity"' or '"-Infinity"') end
    if math_type(value) == 'float' then return format('%.17g', value) end
    local digits = tostring(value)
    if value <= LARGEST and value >= -LARGEST then return digits end
    return mark('or', '[' .. mark('whole', quoted(digits)) .. ',' .. quoted(digits) .. ']')
  end

  local plain
  local function list_of(value, length, above)
    local parts = {}
    for i = 1, length do parts[i] = plain(value[i], above) end
    return '[' .. concat(parts, ',') .. ']'
  end

  local function table_of(value, above)
    if next(value) == nil then return mark('or', '[[],{}]') end
    local keys, length = 0, #value
    for _ in next, value do keys = keys + 1 end
    if keys == length then return list_of(value, length, above) end
    local parts = {}
    for key, item in next, value do
      if type(key) ~= 'string' and type(key) ~= 'number' then
        return mark('not', quoted('a table with a key of type ' .. type(key)))
      end
      local text = tostring(key)
      if byte(text) == 0 then text = '\0' .. text end
      parts[#parts + 1] = quoted(text) .. ':' .. plain(item, above)
    end
    return '{' .. concat(parts, ',') .. '}'
  end

  function plain(value, above)
    spend(1)
    local kind = type(value)
    if kind == 'nil' then return 'null' end
    if kind == 'boolean' then return tostring(value) end
    if kind == 'number' then return number(value) end
    if kind == 'string' then return quoted(value) end
    if kind ~= 'table' then return mark('not', quoted('a ' .. kind)) end
    local depth = 0
    local outer = above
    while outer do
      if outer.value == value then return mark('circular') end
      depth, outer = depth + 1, outer.above
    end
    if depth > DEEPEST then return mark('not', quoted('a value nested more than ' .. DEEPEST .. ' deep')) end
    return table_of(value, { value = value, above = above })
  end

  local function missing(way, found)
    report('{"kind":"missing","name":' .. quoted(way) .. ',"found":' .. tostring(found) .. '}')
  end

  local first = match(name, '^[^.]+')

  local function tell(...)
    local results = pack(...)
    local ok, text = pcall(function()
      local one = plain(results[1])
      if results.n < 2 then return one end
      -- Whoever returns several may mean all of them, or the first.
      return mark('or', '[' .. list_of(results, results.n) .. ',' .. one .. ']')
    end)
    if ok then return report('{"kind":"returned","value":' .. text .. '}') end
    if text ~= TOO_LARGE then error(text, 0) end
    report('{"kind":"large"}')
  end

  -- `chunk` is the whole program, nil if it is none; what is returned is run in its place.
  function code_room_test(load, code, file_name, chunk)
    if not chunk then
      report('{"kind":"unloadable"}')
      return nil
    end
    -- Names that are only its own can be had where it does not end with what it returns.
    local handing = load(code .. '\nreturn ' .. first, '@' .. file_name, 't')
    return function()
      local value
      if handing then
        value = handing()
      else
        local module = chunk()
        value = type(module) == 'table' and module[first]
        if not value then value = _G[first] end
      end
      local way
      for part in gmatch(name, '[^.]+') do
        if way then
          value = type(value) == 'table' and value[part] or nil
          way = way .. '.' .. part
        else
          way = part
        end
        if not value then return missing(way, false) end
      end
      if type(value) ~= 'function' and not (getmetatable(value) or {}).__call then return missing(way, true) end
      tell(value(unpack(args, 1, count)))
    end
  end
end
