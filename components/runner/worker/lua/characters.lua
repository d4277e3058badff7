-- JavaScript takes whole characters, of UTF-8, and no text behind a zero: all that goes there goes through here.
local next, find, sub, gsub, concat = next, string.find, string.sub, string.gsub, table.concat
local characters = utf8.len

-- Beginnings of characters that more bytes may complete.
local BEGUN = {
  '^[\xE1-\xEC\xEE\xEF][\x80-\xBF]', '^\xE0[\xA0-\xBF]', '^\xED[\x80-\x9F]',
  '^\xF0[\x90-\xBF][\x80-\xBF]?', '^[\xF1-\xF3][\x80-\xBF][\x80-\xBF]?', '^\xF4[\x80-\x8F][\x80-\xBF]?',
}
-- Where that which begins at a wrong byte ends.
local function end_of(text, at)
  for i = 1, #BEGUN do
    local _, last = find(text, BEGUN[i], at)
    if last then return last end
  end
  return at
end

-- What is no character is shown as terminals show it, and nothing of a zero.
local function legible(text)
  if not find(text, '[\0\x80-\xFF]') then return text end
  local parts, at = {}, 1
  while at <= #text do
    local _, wrong = characters(text, at)
    parts[#parts + 1] = sub(text, at, (wrong or 0) - 1)
    if not wrong then break end
    parts[#parts + 1] = '\u{FFFD}'
    at = end_of(text, wrong) + 1
  end
  return (gsub(concat(parts), '\0', ''))
end

-- What writes a text of a kind, of which the beginning of a character waits for its rest; and what writes that as it is.
function code_room_writer(give)
  local waiting = { stdout = '', stderr = '', note = '' }
  local function write(kind, text)
    text = waiting[kind] .. text
    local at = find(text, '[\xC2-\xF4][\x80-\xBF]*$', -3)
    local waits = at and not characters(text, at) and end_of(text, at) == #text
    waiting[kind] = waits and sub(text, at) or ''
    if waits then text = sub(text, 1, at - 1) end
    if text ~= '' then give(kind, legible(text)) end
  end
  local function settle()
    for kind, text in next, waiting do
      waiting[kind] = ''
      if text ~= '' then give(kind, legible(text)) end
    end
  end
  return write, settle
end
