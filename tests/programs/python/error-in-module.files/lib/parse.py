from .check import ok


def parse(text):
    if not ok(text):
        error = ValueError(f"bad number {text!r}")
        error.add_note("in lib")
        raise error
    return int(text)


def parse_all(texts):
    return [parse(text) for text in texts]
