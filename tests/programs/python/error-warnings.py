import warnings
warnings.warn("old way", DeprecationWarning)
warnings.warn("careful")
def f():
    return "\d"
print(len(f()))
