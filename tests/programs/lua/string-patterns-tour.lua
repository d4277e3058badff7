local text = 'Ann <ann@example.com>, 2024-02-29; Bob (bob@mail.org) 1999-12-31'
for user, host in text:gmatch('([%w.]+)@([%w.]+)') do print(user, host) end
print(text:match('(%d+)-(%d+)-(%d+)'), text:find('%d+'), text:find('(b)o(b)'))
print(text:gsub('%d', '#', 3), ('hello world'):gsub('o', { o = '0' }), ('abc'):gsub('%w', '%0%0'), ('$name is $age'):gsub('%$(%w+)', { name = 'Bob', age = 42 }))
print(('hello'):gsub('l+', function(m) return #m end), (' trim '):match('^%s*(.-)%s*$') .. '|', ('a,b,,c'):gsub(',', ';'))
print(('key = value'):match('^(%w+)%s*=%s*(%w+)$'), ('f(a(b)c)d'):match('%b()'), ('THE (quick) fox'):find('%((%a+)%)'), ('x'):rep(3, '-'))
print(('%d %5.2f %s %q %x %5s|%-5s| %05d %g %i %c %%'):format(42, 3.14159, 'str', 'quo"te\n', 255, 'ab', 'cd', 7, 1e20, 3, 65))
print(#'héllo', ('abc'):byte(1, -1), string.char(72, 105), ('abc'):sub(-2), ('abc'):sub(2, 10), ('abc'):reverse(), ('aBc'):upper(), ('x'):len())
for word in ('one two  three'):gmatch('%S+') do io.write('[', word, ']') end
print()
print(('%f frontier'):find('%f[%w]%w+'), ('a.b.c'):find('.', 1, true), ('a.b'):find('%.'), ('test123'):match('%a+(%d+)'), ('no'):match('x'), ('aaa'):find('a', 2), ('()'):find('()'))
print(utf8.char(228, 8364), utf8.len('äé'), #utf8.char(8364), utf8.codepoint('é', 1), utf8.offset('aé', 2))
for p, c in utf8.codes('aé') do io.write(p, ':', c, ' ') end
print(tostring(1e15), 2^53, 10 // 3, 10 / 2, 7 % -3, -7 // 2, 1e100, 0x10, 3 | 4, 5 ~ 1, ~0, 1 << 62, 'a' .. 1 .. 2.0)
print(tonumber('0x1p4'), tonumber('  12  '), tonumber('1e2'), tonumber('z', 36), tonumber('8', 8), tonumber('abc'), math.type(1), math.type(1.0), math.type('1'), '10' + 5, '3' * '4', 10 == 10.0)
print(string.pack('<i4', 7):byte(1, -1), (string.unpack('<i4', '\1\0\0\0')))
print(pcall(string.rep), pcall(string.format, '%d', 1.5), pcall(string.gsub, 'x', '(', ''))
