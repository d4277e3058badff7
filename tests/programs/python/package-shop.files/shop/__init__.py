print("shop is imported")
from .models import Item
from . import pricing

VERSION = "1.2"
__all__ = ["public_one", "Item"]


def public_one():
    return "one"


def private_two():
    return "two"
