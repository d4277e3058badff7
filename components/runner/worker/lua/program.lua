-- Runs one program; returns whether it ended well. What it needs is taken before the program can replace it.
return function(give, read, relax, leave, closed, code, file_name, seed)
  local tostring, type, error, load, pcall = tostring, type, error, load, pcall
  local pack, concat, unpack = table.pack, table.concat, table.unpack
  local find, sub, gsub, gmatch, match = string.find, string.sub, string.gsub, string.gmatch, string.match
  local tonumber, traceback, getinfo = tonumber, debug.traceback, debug.getinfo
  local create, resume, running, close = coroutine.create, coroutine.resume, coroutine.running, coroutine.close
  local number_type, to_integer = math.type, math.tointeger
  local test = code_room_test
  local write, settle = code_room_writer(give)
  code_room_test, code_room_writer = nil, nil
  -- What is made first is closed last: when the program's own have written what they had to.
  local last_of_all = setmetatable({}, { __gc = function()
    settle()
    closed()
  end })

  -- The same course again, for a program that is repeated up to its last question.
  local random_seed = math.randomseed
  random_seed(seed)

  local metatable_of, raw_get = debug.getmetatable, rawget
  -- What fails is the line of the program that prints.
  local function shown(value)
    local meta = type(value) == 'table' and metatable_of(value)
    local own = meta and raw_get(meta, '__tostring')
    if not own then return tostring(value) end
    local text = own(value)
    if type(text) ~= 'string' and type(text) ~= 'number' then error("'__tostring' must return a string", 3) end
    return tostring(text)
  end

  function print(...)
    local parts = pack(...)
    for i = 1, parts.n do parts[i] = shown(parts[i]) end
    write('stdout', concat(parts, '\t', 1, parts.n) .. '\n')
  end

  -- What was read and not used yet. `reads_all` is said by who reads to the end, and not for an answer.
  local line = ''
  local function more(reads_all)
    settle()
    local next = read(reads_all)
    if next == nil then return false end
    line = line .. next
    return true
  end

  local function digits(text, pattern) return match(text, pattern) or '' end

  -- The longest beginning of a text that may be a number.
  local function numeral(text)
    local sign = digits(text, '^[+-]?')
    local rest = sub(text, #sign + 1)
    local prefix, digit, exponent = '', '%d', '[eE]'
    if find(rest, '^0[xX]') then prefix, digit, exponent = sub(rest, 1, 2), '%x', '[pP]' end
    local whole = digits(sub(rest, #prefix + 1), '^' .. digit .. '*%.?' .. digit .. '*')
    local power = digits(sub(rest, #prefix + #whole + 1), '^' .. exponent .. '[+-]?%d*')
    return sign .. prefix .. whole .. (whole == '' and '' or power)
  end

  -- The error is one of the line that calls, with the number and name that the call has in C.
  local function read_one(format, at, name)
    local function refuse(why) error(("bad argument #%d to '%s' (%s)"):format(at, name, why), 4) end
    if type(format) == 'number' then
      format = to_integer(format) or refuse('number has no integer representation')
      if line == '' and not more() then return nil end
      while #line < format and more() do end
      local text = sub(line, 1, format)
      line = sub(line, format + 1)
      return text
    end
    if type(format) ~= 'string' then refuse('string expected, got ' .. type(format)) end
    format = gsub(format, '^%*', '')
    local kind = sub(format, 1, 1)
    if kind == 'a' then
      while more(true) do end
      local text = line
      line = ''
      return text
    elseif kind == 'n' then
      while not find(line, '%S') and more() do end
      line = gsub(line, '^%s+', '')
      local text = numeral(line)
      line = sub(line, #text + 1)
      return tonumber(text)
    elseif kind == 'l' or kind == 'L' then
      if line == '' and not more() then return nil end
      local text, newline, rest = match(line, '^([^\n]*)(\n?)(.*)$')
      line = rest
      return kind == 'L' and text .. newline or text
    end
    refuse('invalid format')
  end

  local function read_all(name, first, ...)
    local formats = pack(...)
    if formats.n == 0 then formats = { n = 1, 'l' } end
    local results = { n = formats.n }
    for i = 1, formats.n do
      results[i] = read_one(formats[i], first + i - 1, name)
      if results[i] == nil then return unpack(results, 1, i) end
    end
    return unpack(results, 1, results.n)
  end

  local function lines(...)
    local formats = pack(...)
    return function()
      if line == '' and not more(true) then return nil end
      return read_all('for iterator', 2, unpack(formats, 1, formats.n))
    end
  end

  -- Functions of older Luas that 5.4 still has on most machines.
  local abs, exp, floor, log = math.abs, math.exp, math.floor, math.log
  local function older(name, count, compute)
    math[name] = function(...)
      local given, values = pack(...), {}
      for at = 1, count do
        local value = tonumber(given[at] == nil and '' or given[at])
        if not value then
          local got = at > given.n and 'no value' or type(given[at])
          error(("bad argument #%d to '%s' (number expected, got %s)"):format(at, name, got), 2)
        end
        values[at] = value + 0.0
      end
      return compute(unpack(values, 1, count))
    end
  end
  older('pow', 2, function(base, power) return base ^ power end)
  older('log10', 1, function(value) return log(value, 10) end)
  older('atan2', 2, math.atan)
  older('cosh', 1, function(value) return (exp(value) + exp(-value)) / 2 end)
  older('sinh', 1, function(value)
    if abs(value) < 1e-4 then return value + value ^ 3 / 6 end
    return (exp(value) - exp(-value)) / 2
  end)
  older('tanh', 1, function(value)
    if abs(value) < 1e-4 then return value - value ^ 3 / 3 end
    return 1 - 2 / (exp(2 * value) + 1)
  end)
  older('ldexp', 2, function(value, power) return value * 2.0 ^ power end)
  older('frexp', 1, function(value)
    if value == 0 or value ~= value or abs(value) == math.huge then return value, 0 end
    local power = floor(log(abs(value), 2)) + 1
    local part = value / 2.0 ^ power
    if abs(part) >= 1 then return part / 2, power + 1 end
    if abs(part) < 0.5 then return part * 2, power - 1 end
    return part, power
  end)

  -- Numbers of errors as Linux has them.
  local known = { [44] = 2, [2] = 13, [20] = 17, [54] = 20, [31] = 21, [28] = 22, [55] = 39, [52] = 38 }
  local function told(...)
    local results = pack(...)
    if results[1] == nil and known[results[3]] then results[3] = known[results[3]] end
    return unpack(results, 1, results.n)
  end
  -- The error of a function of C is that of the line of the program.
  local function called_as(name, call, ...)
    local results = pack(pcall(call, ...))
    if results[1] then return told(unpack(results, 2, results.n)) end
    local message = results[2]
    if type(message) == 'string' then
      message = gsub(gsub(message, '^code%-room:%d+: ', ''), "to '%?'", (("to '%s'"):format(name):gsub('%%', '%%%%')), 1)
    end
    error(message, 2)
  end
  local function called(call, ...) return called_as('?', call, ...) end

  local methods = getmetatable(io.stdout).__index
  local out, err, input = io.stdout, io.stderr, io.stdin
  local file_write, file_read, file_lines = methods.write, methods.read, methods.lines
  local function put(kind, file, ...)
    local parts = pack(...)
    for i = 1, parts.n do
      local part = parts[i]
      if type(part) ~= 'string' and type(part) ~= 'number' then
        if i > 1 then write(kind, concat(parts, '', 1, i - 1)) end
        error(("bad argument #%d to 'write' (string expected, got %s)"):format(i, type(part)), 2)
      end
      -- Of what is whole no more is written: so does C.
      parts[i] = number_type(part) == 'float' and ('%.14g'):format(part) or tostring(part)
    end
    write(kind, concat(parts, '', 1, parts.n))
    return file
  end
  function methods.write(file, ...)
    if file == out then return put('stdout', file, ...) end
    if file == err then return put('stderr', file, ...) end
    return called(file_write, file, ...)
  end
  function methods.read(file, ...)
    if file == input then return read_all('read', 1, ...) end
    return called(file_read, file, ...)
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
    return called(io_lines, name, ...)
  end
  for _, place in ipairs({ { io, 'open' }, { os, 'remove' }, { os, 'rename' } }) do
    local library, name = place[1], place[2]
    local call = library[name]
    library[name] = function(...) return called(call, ...) end
  end

  local PROGRAMS = 'Other programs cannot be started here.'
  function io.popen()
    write('note', PROGRAMS)
    error("'popen' not supported", 2)
  end
  function os.execute(command)
    if command == nil then return false end
    if command == 'clear' or command == 'cls' then
      write('stdout', '\27[2J\27[H')
      return true, 'exit', 0
    end
    write('note', PROGRAMS)
    return nil, 'exit', 127
  end
  local date = os.date
  local function dated(format, ...)
    -- As C has it: without zeros before the day.
    if format == nil then format = '%c' end
    if type(format) == 'string' and find(format, '%%c') then
      local day = ('%2d'):format(date((sub(format, 1, 1) == '!' and '!' or '') .. '*t', ...).day)
      format = gsub(gsub(gsub(format, '%%%%', '\0'), '%%c', '%%a %%b ' .. day .. ' %%H:%%M:%%S %%Y'), '\0', '%%%%')
    end
    return date(format, ...)
  end
  function os.date(...) return called_as('date', dated, ...) end

  -- Whoever takes none or the clock for a seed wants any: that of the run, which a repeated program finds again.
  local time, select = os.time, select
  local DAY = 24 * 60 * 60
  local function is_time(value, scale) return value and abs(value / scale - time()) < DAY end
  function math.randomseed(...)
    local value = tonumber((...))
    if select('#', ...) == 0 or is_time(value, 1) or is_time(value, 1000) then return random_seed(seed) end
    return called_as('randomseed', random_seed, ...)
  end

  -- Warnings are off until the program says `@on`.
  local warns = false
  function warn(...)
    local parts = pack(...)
    for i = 1, parts.n do
      if type(parts[i]) ~= 'string' and type(parts[i]) ~= 'number' then
        error(("bad argument #%d to 'warn' (string expected, got %s)"):format(i, type(parts[i])), 2)
      end
    end
    local text = concat(parts, '', 1, parts.n)
    if parts.n == 1 and sub(text, 1, 1) == '@' then
      if text == '@on' or text == '@off' then warns = text == '@on' end
    elseif warns then
      write('stderr', 'Lua warning: ' .. text .. '\n')
    end
  end

  -- Does not come back, so nothing of the program can catch it. Of a number a shell has the last byte.
  function os.exit(status, closes)
    local done = status == nil or status == true or type(status) == 'number' and status % 256 == 0
    settle()
    leave(done, closes and true or false)
  end

  local function describe(message)
    if type(message) == 'string' then return message end
    if type(message) == 'number' then return tostring(message) end
    local ok, said = pcall(tostring, message)
    if ok and type(message) == 'table' and (getmetatable(message) or {}).__tostring then return said end
    return '(error object is a ' .. type(message) .. ' value)'
  end

  local function is_own(frame) return not find(frame, '^%[C%]') and not find(frame, 'code%-room') end

  -- Where it ended: a program that had no more memory could not say so.
  local function line_of(program)
    local level = 0
    local info = getinfo(program, level, 'Sl')
    while info and (info.what == 'C' or find(info.source, 'code%-room')) do
      level = level + 1
      info = getinfo(program, level, 'Sl')
    end
    return info and info.short_src .. ':' .. info.currentline .. ': ' or ''
  end

  local function report(program, failure)
    local text = describe(failure)
    local lacks_memory = failure == 'not enough memory'
    if lacks_memory then
      relax()
      text = line_of(program) .. text
    end
    local frames, own = {}, true
    for frame in gmatch(traceback(program, ''), '\n\t([^\n]+)') do
      -- What follows a frame of ours is how it was called.
      own = is_own(frame) and (own or not find(frame, '^%(%.%.%.'))
      if own then frames[#frames + 1] = '    ' .. frame end
    end
    -- What is to be closed is closed now, and may fail in its turn.
    local _, last = close(program)
    if last ~= failure then text = describe(last) end
    if #frames > 1 then text = text .. '\nstack traceback:\n' .. concat(frames, '\n') end
    write('stderr', text .. '\n')
    if lacks_memory then write('note', 'The program needs more than the 512 MB of memory that it may have here.') end
  end

  arg = { [0] = file_name }
  -- Of a file such a line is passed over.
  code = gsub(code, '^#[^\n]*', '')
  local chunk, problem = load(code, '@' .. file_name, 't')
  local body = chunk
  if test then body = test(load, code, file_name, chunk) end
  if not chunk then
    write('stderr', problem .. '\n')
    return false
  end
  -- A coroutine keeps its stack when it fails, for whatever reason; the program does not notice that it is in one.
  local program = create(body)
  local yield, is_yieldable = coroutine.yield, coroutine.isyieldable
  function coroutine.running()
    local current, is_main = running()
    return current, is_main or current == program
  end
  function coroutine.isyieldable(...)
    if running() == program and select('#', ...) == 0 then return false end
    return is_yieldable(...)
  end
  function coroutine.yield(...)
    if running() == program then error('attempt to yield from outside a coroutine', 0) end
    return yield(...)
  end
  -- As Lua has it: our functions are of C, and the program is no coroutine.
  function debug.traceback(...)
    local given, current = pack(...), running()
    local other = type(given[1]) == 'thread' and given[1]
    local at = other and 2 or 1
    local message, level = given[at], tonumber(given[at + 1])
    if message ~= nil and type(message) ~= 'string' and type(message) ~= 'number' then return message end
    if not level and given[at + 1] ~= nil then
      local got = type(given[at + 1])
      error(("bad argument #%d to 'traceback' (number expected, got %s)"):format(at + 1, got), 2)
    end
    local is_other = other and other ~= current
    local text = is_other and traceback(other, nil, 0) or traceback(nil, (level or 1) + 1)
    local frames = {}
    local ours = false
    for frame in gmatch(text, '\n\t([^\n]+)') do
      if not (ours and find(frame, '^%(%.%.%.tail')) then
        ours = find(frame, '^code%-room:') ~= nil
        if ours then
          -- What ours called in its turn.
          while find(frames[#frames] or '', '^%[C%]') do frames[#frames] = nil end
          frame = gsub(gsub(frame, '^code%-room:%d+', '[C]'), 'in function <code%-room:%d+>$', 'in ?')
        end
        frames[#frames + 1] = frame
      end
    end
    local is_main = (other or current) == program and find(frames[#frames] or '', ' in main chunk$')
    if is_main then frames[#frames + 1] = '[C]: in ?' end
    local lines = { 'stack traceback:', unpack(frames, (is_other and level or 0) + 1, #frames) }
    return (message and message .. '\n' or '') .. concat(lines, '\n\t')
  end
  local ok, failure = resume(program)
  if not ok then report(program, failure) end
  settle()
  return ok
end
