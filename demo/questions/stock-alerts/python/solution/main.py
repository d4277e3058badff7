from stock import stock_after

with open("data.csv") as file:
    rows = [line.strip().split(",") for line in file][1:]
least = int(input())
stock = stock_after([[item, kind, int(count)] for item, kind, count in rows])["stock"]
alerts = [f"{item} {count}" for item, count in sorted(stock.items()) if count < least]
print("\n".join(alerts) or "all fine")
