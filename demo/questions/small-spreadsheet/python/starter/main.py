class Sheet:
    def __init__(self):
        self.texts = {}

    def set(self, cell, text):
        self.texts[cell] = text

    def get(self, cell):
        return self.texts.get(cell, "")


def play(steps):
    """What each get gave."""
    sheet = Sheet()
    values = []
    for name, *args in steps:
        if name == "set":
            sheet.set(*args)
        else:
            values.append(sheet.get(*args))
    return values
