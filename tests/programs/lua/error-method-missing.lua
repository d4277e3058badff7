local Account = {}
Account.__index = Account
function Account.new() return setmetatable({ balance = 0 }, Account) end
local a = Account.new()
a.balance = a.balance + 1
print(a.balance)
a:deposit(5)
