def receipt_total(lines, voucher):
    """What the customer pays, in cents."""
    total = 0
    for line in lines:
        total += line["cents"] * line["count"]
    return total
