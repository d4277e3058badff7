return { size = 42, list = { "a", "b" } }
