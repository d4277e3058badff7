local data = { user = { name = "Ann" } }
print(data.user.name)
print(data.user.address.city)
