local people = { { age = 3 }, { age = 1 }, {} }
table.sort(people, function(a, b)
  return a.age < b.age
end)
print(people[1].age)
