import time, datetime, inspect
for call in (
    lambda: input('a', 'b'),
    lambda: input(prompt='a'),
    lambda: time.sleep(),
    lambda: time.sleep(None),
    lambda: time.sleep('1'),
    lambda: time.sleep(datetime.timedelta(seconds=1)),
    lambda: time.sleep(-1),
    lambda: time.sleep(1, 2),
    lambda: time.sleep(seconds=1),
    lambda: time.sleep(float('nan')),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
time.sleep(True and 0)
time.sleep(0.01)
print(inspect.signature(input), callable(input), input.__name__, time.sleep.__name__)
