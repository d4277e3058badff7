from stock import stock_after

with open("data.csv") as file:
    print(file.read())
