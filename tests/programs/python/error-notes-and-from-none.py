try:
    try:
        int("x")
    except ValueError:
        raise RuntimeError("wrapped") from None
except RuntimeError as e:
    e.add_note("in row 3")
    raise
