def stock_after(moves):
    """The stock after all moves, and the numbers of those that were refused."""
    stock = {}
    refused = []
    for number, (item, kind, count) in enumerate(moves):
        there = stock.setdefault(item, 0)
        if kind == "in":
            stock[item] = there + count
        elif kind == "count":
            stock[item] = count
        elif count > there:
            refused.append(number)
        else:
            stock[item] = there - count
    return {"stock": stock, "refused": refused}
