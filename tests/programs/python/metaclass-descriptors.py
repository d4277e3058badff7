class Meta(type):
    registry = []
    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, ns)
        mcs.registry.append(name)
        return cls
class Positive:
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, obj, owner=None): return getattr(obj, self.name, 0)
    def __set__(self, obj, value):
        if value < 0: raise ValueError(f"{self.name[1:]} must be positive")
        setattr(obj, self.name, value)
class Base(metaclass=Meta):
    price = Positive()
    def __init_subclass__(cls, **kw): print("subclass", cls.__name__, kw)
    def __getattr__(self, name): return f"no {name}"
class Item(Base):
    __slots__ = ()
i = Item(); i.price = 5
print(i.price, i.other, Meta.registry, Item.__mro__[1].__name__, type(Item).__name__)
i.price = -1
