from main import Editor


def test_answers():
    editor = Editor()
    assert editor.undo() is False
    assert editor.redo() is False
    editor.insert(0, "a")
    assert editor.undo() is True
    assert editor.undo() is False
    assert editor.redo() is True
    assert editor.redo() is False


def test_editors_are_apart():
    one, other = Editor(), Editor()
    one.insert(0, "a")
    assert other.undo() is False
    assert (one.text, other.text) == ("a", "")
