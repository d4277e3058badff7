for byte in ("naïve €😀"):gmatch(".") do io.write(byte) end
print()
io.stdout:write("\xE2\x82")
io.write("\xAC", "\n")
repeat
  local byte = io.read(1)
  io.write(byte or "")
until not byte
print(#"é", ("é"):byte(1, -1))
