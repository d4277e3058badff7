local config
local function get()
  return config.port
end
print(pcall(get))
print(get())
