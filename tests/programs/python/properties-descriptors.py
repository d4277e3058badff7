from functools import cached_property


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.name, 0)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name[1:]} must be positive, not {value}")
        setattr(instance, self.name, value)


class Box:
    width = Positive()
    height = Positive()
    made = 0

    def __new__(cls, *args, **kwargs):
        cls.made += 1
        return super().__new__(cls)

    def __init__(self, width, height):
        self.width, self.height = width, height

    @cached_property
    def area(self):
        print("computed")
        return self.width * self.height

    @property
    def name(self):
        """A name."""
        return getattr(self, "_n", "box")

    @name.setter
    def name(self, value):
        self._n = value.title()

    @name.deleter
    def name(self):
        del self._n

    @classmethod
    def square(cls, side):
        return cls(side, side)

    @staticmethod
    def kinds():
        return ["small", "large"]

    def __getattr__(self, name):
        if name.startswith("get_"):
            return lambda: getattr(self, name[4:])
        raise AttributeError(f"no {name} here")


b = Box(2, 3)
print(b.area, b.area, b.name, b.get_width(), Box.square(4).area, Box.kinds(), Box.made, Box.name.__doc__)
b.name = "big one"
print(b.name, sorted(b.__dict__))
del b.name
print(b.name)
for attempt in (lambda: Box(0, 1), lambda: b.other, lambda: setattr(type("T", (), {"x": property(lambda s: 1)})(), "x", 2)):
    try:
        attempt()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
