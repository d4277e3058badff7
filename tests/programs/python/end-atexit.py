import atexit

class Resource:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("closing", self.name)

atexit.register(print, "bye")

@atexit.register
def last():
    print("registered later, called first")

r = Resource("early")
del r
keep = Resource("kept")
print("end of program")
