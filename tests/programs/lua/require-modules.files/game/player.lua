local util = require("util")
local Player = {} Player.__index = Player
local count = 0
leaked = "global"
function Player.new(name) count = count + 1 return setmetatable({ name = name, hp = 10 }, Player) end
function Player:hit(n)
  self.hp = self.hp - n
end
function Player.count() return count end
Player.__tostring = function(p) return util.join({ p.name, p.hp }, ":") end
return Player
