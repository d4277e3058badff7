n = int(input("How many? "))
print(n)
