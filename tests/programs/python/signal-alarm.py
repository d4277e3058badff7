import signal

def handler(number, frame):
    raise TimeoutError("too slow")

signal.signal(signal.SIGALRM, handler)
signal.alarm(1)
print("set")
signal.alarm(0)
