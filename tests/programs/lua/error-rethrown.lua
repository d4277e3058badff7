local ok, err = pcall(function()
  local n = 1 + {}
end)
print(ok, err)
error(err, 0)
