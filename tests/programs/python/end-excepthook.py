import sys

def hook(kind, value, trace):
    print(f"hook: {kind.__name__}: {value}")

sys.excepthook = hook
print("start")
{}["missing"]
