from connections import best

with open("data.csv") as file:
    print(file.read())
