from main import Sheet


def cells():
    return [f"{letter}{row}" for letter in "ABCDE" for row in range(1, 100)]


def test_each_uses_the_one_before_twice():
    sheet = Sheet()
    names = cells()[:50]
    sheet.set(names[0], "1")
    for before, cell in zip(names, names[1:]):
        sheet.set(cell, f"={before}+{before}")
    assert sheet.get(names[-1]) == 2**49
    sheet.set(names[0], "3")
    assert sheet.get(names[-1]) == 3 * 2**49


def test_many_changes_beside_a_large_sum():
    sheet = Sheet()
    for cell in cells():
        sheet.set(cell, "1")
    sheet.set("Z1", "=SUM(A1:E99)")
    for n in range(300):
        sheet.set("A1", str(n))
        assert sheet.get("Z1") == 494 + n
    for _ in range(15_000):
        assert sheet.get("Z1") == 793
