local geo = require("lib.geo")
print(geo.area { w = 2, h = 3 })
print(geo.area { w = 2 })
