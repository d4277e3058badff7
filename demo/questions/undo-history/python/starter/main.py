class Editor:
    def __init__(self):
        self.text = ""

    def insert(self, at, text):
        self.text = self.text[:at] + text + self.text[at:]

    def remove(self, at, count):
        self.text = self.text[:at] + self.text[at + count :]

    def undo(self):
        return False

    def redo(self):
        return False

    def begin(self):
        pass

    def end(self):
        pass


def play(steps):
    """The text after each step."""
    editor = Editor()
    texts = []
    for name, *args in steps:
        getattr(editor, name)(*args)
        texts.append(editor.text)
    return texts
