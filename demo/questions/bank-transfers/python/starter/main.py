class Bank:
    def __init__(self):
        self.balances = {}

    def open(self, account, cents):
        self.balances[account] = cents

    def balance(self, account):
        return self.balances[account]

    def transfer(self, id, source, target, cents):
        self.balances[source] -= cents
        self.balances[target] += cents
        return "done"

    def statement(self, account):
        return []

    def batch(self, transfers):
        for transfer in transfers:
            self.transfer(*transfer)
        return "done"


def play(steps):
    """What each step gave."""
    bank = Bank()
    return [getattr(bank, name)(*args) for name, *args in steps]
