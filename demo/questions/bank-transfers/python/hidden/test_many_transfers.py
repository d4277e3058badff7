from main import Bank


def test_many_transfers():
    bank = Bank()
    for n in range(100):
        bank.open(f"a{n}", 1000)
    for n in range(50_000):
        bank.transfer(f"t{n % 40_000}", f"a{n % 100}", f"a{n * 7 % 100}", n % 900)
    assert sum(bank.balance(f"a{n}") for n in range(100)) == 100_000
    for n in range(100):
        changes = [change for _, change in bank.statement(f"a{n}")]
        assert bank.balance(f"a{n}") == 1000 + sum(changes) >= 0


def test_many_batches_that_fail():
    bank = Bank()
    for n in range(5000):
        bank.open(f"a{n}", 10)
    for n in range(5000):
        assert bank.batch([[f"x{n}", "a0", "a1", 5], [f"y{n}", "a0", "a1", 50]]) == [1, "short"]
    assert bank.balance("a0") == 10
