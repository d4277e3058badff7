class Bank:
    def __init__(self):
        self.balances = {}
        self._statements = {}
        # By id: what was asked and what was answered.
        self._answered = {}

    def open(self, account, cents):
        self.balances[account] = cents
        self._statements.setdefault(account, [])

    def balance(self, account):
        return self.balances[account]

    def transfer(self, id, source, target, cents):
        asked = (source, target, cents)
        if id in self._answered:
            before, answer = self._answered[id]
            return answer if before == asked else "conflict"
        answer = self._refusal(source, target, cents) or "done"
        if answer == "done":
            self._move(id, source, -cents)
            self._move(id, target, cents)
        self._answered[id] = (asked, answer)
        return answer

    def statement(self, account):
        return list(self._statements[account])

    def batch(self, transfers):
        fresh = []
        for number, (id, source, target, cents) in enumerate(transfers):
            known = id in self._answered
            answer = self.transfer(id, source, target, cents)
            if not known:
                fresh.append(id)
            if answer != "done":
                for one in reversed(fresh):
                    self._take_back(one)
                return [number, answer]
        return "done"

    def _refusal(self, source, target, cents):
        if source not in self.balances or target not in self.balances:
            return "unknown"
        if cents <= 0 or source == target:
            return "wrong"
        return "short" if self.balances[source] < cents else None

    def _move(self, id, account, change):
        self.balances[account] += change
        self._statements[account].append([id, change])

    def _take_back(self, id):
        """Only the latest request can be taken back: its moves stand last in their statements."""
        (source, target, _), answer = self._answered.pop(id)
        if answer != "done":
            return
        for account in (source, target):
            _, change = self._statements[account].pop()
            self.balances[account] -= change


def play(steps):
    """What each step gave."""
    bank = Bank()
    return [getattr(bank, name)(*args) for name, *args in steps]
