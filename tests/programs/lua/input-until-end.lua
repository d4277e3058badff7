local count, longest = 0, ""
for line in io.lines() do
  count = count + 1
  if #line > #longest then longest = line end
end
print(count, longest)
print(io.read())
