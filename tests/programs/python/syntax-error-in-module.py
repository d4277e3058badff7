print("before")
try:
    import broken
except SyntaxError as error:
    print(error.filename.rpartition("/")[2], error.lineno, error.msg)
import good
import broken
