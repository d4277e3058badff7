class InsufficientFunds(Exception):
    def __init__(self, balance, amount):
        super().__init__(f"balance {balance} is less than {amount}")
        self.balance, self.amount = balance, amount


class Account:
    interest = 0.02
    _count = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.__balance = balance
        Account._count += 1

    @property
    def balance(self):
        return self.__balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError("negative")
        self.__balance = value

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self.balance, amount)
        self.balance -= amount

    @classmethod
    def count(cls):
        return cls._count

    def __str__(self):
        return f"{self.owner}: ${self.balance:,.2f}"


a = Account("Ada", 1234.5)
print(a)
a.withdraw(34.5)
print(a, Account.count())
try:
    a.withdraw(10_000)
except InsufficientFunds as e:
    print(e, e.amount - e.balance)
try:
    print(a.__balance)
except AttributeError as e:
    print(e)
a.balance = -1
