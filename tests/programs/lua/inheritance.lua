local Animal = {} Animal.__index = Animal
function Animal.new(name) local self = setmetatable({}, Animal) self.name = name return self end
function Animal:speak() return self.name .. " makes a sound" end
local Dog = setmetatable({}, { __index = Animal }) Dog.__index = Dog
function Dog.new(name) local self = Animal.new(name) return setmetatable(self, Dog) end
function Dog:speak() return Animal.speak(self) .. ": woof" end
for _, animal in ipairs({ Animal.new("Cat"), Dog.new("Rex") }) do print(animal:speak()) end
