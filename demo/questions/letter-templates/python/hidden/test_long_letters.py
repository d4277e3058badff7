from main import fill


def test_many_fields():
    template = "".join("{{f" + str(n) + "}}," for n in range(10_000))
    data = {f"f{n}": n for n in range(10_000)}
    assert fill(template, data) == "".join(f"{n}," for n in range(10_000))


def test_a_long_list():
    data = {"rows": [{"n": n} for n in range(20_000)], "end": "."}
    assert fill("{{#rows}}{{n}}{{end}}{{/rows}}", data) == "".join(f"{n}." for n in range(20_000))
