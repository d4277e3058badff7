from money import percent_of, text_of


def invoice(lines, customer):
    """Sums of the lines [text, cents, rate]: net, taxes by rate, and gross."""
    nets = {}
    for _, cents, rate in lines:
        nets[rate] = nets.get(rate, 0) + cents
    taxes = [[rate, percent_of(nets[rate], rate)] for rate in sorted(nets)]
    net = sum(nets.values())
    return {
        "customer": customer,
        "net": net,
        "taxes": taxes,
        "gross": net + sum(tax for _, tax in taxes),
    }


if __name__ == "__main__":
    done = invoice([["chairs", 1000, 20], ["books", 500, 10]], "Ada")
    print(done["customer"], "pays", text_of(done["gross"]))
