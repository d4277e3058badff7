from main import route


def test_hall():
    lines = ["." * 300 for _ in range(300)]
    lines[0] = "S" + "." * 299
    lines[-1] = "." * 299 + "G"
    assert route(lines) == "D" * 299 + "R" * 299


def test_corridor():
    # To the right, down, to the left, down, and so on.
    lines = ["." * 299 for _ in range(297)]
    for n in range(1, 297, 2):
        lines[n] = "#" * 298 + "." if n % 4 == 1 else "." + "#" * 298
    lines[0] = "S" + "." * 298
    lines[-1] = "." * 298 + "G"
    there, back = "R" * 298, "L" * 298
    assert route(lines) == f"{there}DD{back}DD" * 74 + there
