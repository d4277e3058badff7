local s = "abc"
print(s:rep(2))
print(string.rep(s, {}))
