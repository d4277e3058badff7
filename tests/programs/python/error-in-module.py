from lib.parse import parse_all
from lib import check

print(check.ok("5"))
try:
    parse_all(["1", "x"])
except ValueError as error:
    print(type(error).__name__, error.__notes__)
import traceback

try:
    check.fail()
except check.CheckError as error:
    print(traceback.extract_tb(error.__traceback__)[-1].filename.rpartition("/")[2], traceback.extract_tb(error.__traceback__)[-1].lineno)
print(parse_all(["3", "4"]))
parse_all(["7", "8", "nine"])
