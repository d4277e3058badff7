def receipt_total(lines, voucher):
    """What the customer pays, in cents."""
    total = sum(line_total(line) for line in lines)
    return max(0, total - voucher)


def line_total(line):
    cents, count = line["cents"], line["count"]
    if line["offer"] == "third-free":
        return cents * (count - count // 3)
    if line["offer"] == "half":
        return cents // 2 * count
    return cents * count
