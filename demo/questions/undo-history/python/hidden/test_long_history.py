from main import Editor


def test_long_history():
    editor = Editor()
    for n in range(2000):
        editor.insert(0, f"{n} ")
    whole = editor.text
    for _ in range(2000):
        assert editor.undo()
    assert editor.text == ""
    for _ in range(2000):
        assert editor.redo()
    assert editor.text == whole
