do
  local f <close> = setmetatable({}, { __close = function() print("closing") end })
  print("work")
  error({ code = 5 })
end
