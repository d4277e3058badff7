while true do
  local line = io.read()
  if not line then break end
  print(line:upper())
end
print("end")
