class BankError(Exception):
    """Something is wrong with an account."""


def load(accounts, name):
    try:
        return accounts[name]
    except KeyError as error:
        raise BankError(f"no account of {name}") from error


print(load({"ada": 5}, "ada"))
print(load({"ada": 5}, "bob"))
