local a = require("a")
return { name = "b", saw = a.name }
