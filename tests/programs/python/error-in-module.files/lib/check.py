class CheckError(Exception):
    pass


def ok(text):
    return text.isdigit()


def fail():
    raise CheckError("failed")
