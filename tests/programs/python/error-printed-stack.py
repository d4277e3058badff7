import inspect
import logging
import traceback


def inner():
    traceback.print_stack()
    logging.warning("deep", stack_info=True)
    print([each.function for each in inspect.stack()])
    print([each.name for each in traceback.extract_stack()])
    print("".join(traceback.format_stack(limit=1)), end="")


def outer():
    inner()


outer()
