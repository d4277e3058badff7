class Editor:
    def __init__(self):
        self.text = ""
        # Steps are lists of changes (position, removed, inserted).
        self._done = []
        self._undone = []
        self._group = None
        self._depth = 0

    def insert(self, at, text):
        self._change(at, "", text)

    def remove(self, at, count):
        self._change(at, self.text[at : at + count], "")

    def undo(self):
        if self._depth or not self._done:
            return False
        step = self._done.pop()
        for at, removed, inserted in reversed(step):
            self._replace(at, inserted, removed)
        self._undone.append(step)
        return True

    def redo(self):
        if self._depth or not self._undone:
            return False
        step = self._undone.pop()
        for at, removed, inserted in step:
            self._replace(at, removed, inserted)
        self._done.append(step)
        return True

    def begin(self):
        if self._depth == 0:
            self._group = []
        self._depth += 1

    def end(self):
        self._depth -= 1
        if self._depth == 0 and self._group:
            self._done.append(self._group)

    def _change(self, at, removed, inserted):
        if removed == inserted:
            return
        self._replace(at, removed, inserted)
        self._undone.clear()
        change = (at, removed, inserted)
        if self._depth:
            self._group.append(change)
        else:
            self._done.append([change])

    def _replace(self, at, old, new):
        self.text = self.text[:at] + new + self.text[at + len(old) :]


def play(steps):
    """The text after each step."""
    editor = Editor()
    texts = []
    for name, *args in steps:
        getattr(editor, name)(*args)
        texts.append(editor.text)
    return texts
