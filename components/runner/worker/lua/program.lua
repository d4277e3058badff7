-- Runs one program; returns whether it ended well. What it needs is taken before the program can replace it.
return function(write, read, code, file_name, seed)
  local tostring, type, error, load, xpcall, pcall = tostring, type, error, load, xpcall, pcall
  local pack, concat, unpack = table.pack, table.concat, table.unpack
  local find, sub, gsub, gmatch, match = string.find, string.sub, string.gsub, string.gmatch, string.match
  local tonumber, traceback = tonumber, debug.traceback

  -- The same course again, for a program that is repeated up to its last question.
  math.randomseed(seed)

  function print(...)
    local parts = pack(...)
    for i = 1, parts.n do parts[i] = tostring(parts[i]) end
    write('stdout', concat(parts, '\t', 1, parts.n) .. '\n')
  end

  -- What was read and not used yet; nil at the end of the input.
  local line = ''
  local function more()
    local next = read()
    if next == nil then return false end
    line = line .. next
    return true
  end

  local function read_one(format)
    if type(format) == 'number' then
      while #line < format and more() do end
      if line == '' and format > 0 then return nil end
      local text = sub(line, 1, format)
      line = sub(line, format + 1)
      return text
    end
    format = gsub(format, '^%*', '')
    local kind = sub(format, 1, 1)
    if kind == 'a' then
      while more() do end
      local text = line
      line = ''
      return text
    elseif kind == 'n' then
      while not find(line, '%S') and more() do end
      local text, rest = match(line, '^%s*(%S+)(.*)$')
      if not text then return nil end
      line = rest
      return tonumber(text)
    elseif kind == 'l' or kind == 'L' then
      if line == '' and not more() then return nil end
      local text, newline, rest = match(line, '^([^\n]*)(\n?)(.*)$')
      line = rest
      return kind == 'L' and text .. newline or text
    end
    error('bad format', 3)
  end

  local function read_all(...)
    local formats = pack(...)
    if formats.n == 0 then formats = { n = 1, 'l' } end
    local results = { n = formats.n }
    for i = 1, formats.n do
      results[i] = read_one(formats[i])
      if results[i] == nil then return unpack(results, 1, i) end
    end
    return unpack(results, 1, results.n)
  end

  local function lines(...)
    local formats = pack(...)
    return function() return read_all(unpack(formats, 1, formats.n)) end
  end

  local methods = getmetatable(io.stdout).__index
  local out, err, input = io.stdout, io.stderr, io.stdin
  local file_write, file_read, file_lines = methods.write, methods.read, methods.lines
  local function put(kind, file, ...)
    local parts = pack(...)
    for i = 1, parts.n do
      local part = parts[i]
      if type(part) ~= 'string' and type(part) ~= 'number' then
        error(("bad argument #%d to 'write' (string expected, got %s)"):format(i, type(part)), 3)
      end
      parts[i] = tostring(part)
    end
    write(kind, concat(parts, '', 1, parts.n))
    return file
  end
  function methods.write(file, ...)
    if file == out then return put('stdout', file, ...) end
    if file == err then return put('stderr', file, ...) end
    return file_write(file, ...)
  end
  function methods.read(file, ...)
    if file == input then return read_all(...) end
    return file_read(file, ...)
  end
  function methods.lines(file, ...)
    if file == input then return lines(...) end
    return file_lines(file, ...)
  end
  local io_lines, output, io_input = io.lines, io.output, io.input
  function io.write(...) return output():write(...) end
  function io.read(...) return io_input():read(...) end
  function io.lines(name, ...)
    if name == nil then return io_input():lines(...) end
    return io_lines(name, ...)
  end

  local exit = {}
  function os.exit(status) error({ [exit] = status == nil or status == true or status == 0 }, 0) end

  local function describe(message)
    if type(message) == 'table' and message[exit] ~= nil then return message end
    local text = type(message) == 'string' and message or nil
    if not text then
      local ok, said = pcall(tostring, message)
      text = ok and type(message) == 'table' and (getmetatable(message) or {}).__tostring and said
        or '(error object is a ' .. type(message) .. ' value)'
    end
    local frames = {}
    for frame in gmatch(traceback('', 2), '\n\t([^\n]+)') do
      if not find(frame, '^%[C%]') and not find(frame, 'code%-room') then frames[#frames + 1] = '    ' .. frame end
    end
    if #frames > 1 then return text .. '\nstack traceback:\n' .. concat(frames, '\n') end
    return text
  end

  local chunk, problem = load(code, '@' .. file_name, 't')
  if not chunk then
    write('stderr', problem .. '\n')
    return false
  end
  local ok, failure = xpcall(chunk, describe)
  if ok then return true end
  if type(failure) == 'table' then return failure[exit] end
  write('stderr', tostring(failure) .. '\n')
  return false
end
