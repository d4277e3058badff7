local Animal = {}
Animal.__index = Animal
function Animal.new(name, sound)
  return setmetatable({ name = name, sound = sound }, Animal)
end
function Animal:speak() return self.name .. ' says ' .. self.sound end
local Dog = setmetatable({}, { __index = Animal })
Dog.__index = Dog
function Dog.new(name)
  local self = Animal.new(name, 'woof')
  self.tricks = {}
  return setmetatable(self, Dog)
end
function Dog:learn(...)
  for _, trick in ipairs({ ... }) do table.insert(self.tricks, trick) end
  return self
end
function Dog:speak() return Animal.speak(self) .. '!' end
local rex = Dog.new('Rex'):learn('sit', 'roll')
print(rex:speak(), table.concat(rex.tricks, ', '), Animal.new('Cat', 'meow'):speak())
print(getmetatable(rex) == Dog, rawget(rex, 'speak'), rex.missing)
local function class(parent)
  local c = {}
  c.__index = c
  return setmetatable(c, { __index = parent, __call = function(k, ...) local o = setmetatable({}, k) if k.init then k.init(o, ...) end return o end })
end
local Account = class()
function Account:init(balance) self.balance = balance or 0 end
function Account:deposit(n) if n <= 0 then error('amount must be positive', 2) end self.balance = self.balance + n end
local Savings = class(Account)
function Savings:interest(rate) self:deposit(self.balance * rate) end
local s = Savings(100)
s:interest(0.5)
print(s.balance, pcall(s.deposit, s, -1))
s:deposit(-5)
