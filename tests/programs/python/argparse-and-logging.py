import argparse
import logging
import shlex
import sys

parser = argparse.ArgumentParser(prog="tool", description="A tool.")
parser.add_argument("path", nargs="+")
parser.add_argument("-n", "--number", type=int, default=3, help="how many")
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("--mode", choices=["fast", "slow"])
commands = parser.parse_args(shlex.split("a 'b c' -n 5 -vv --mode fast"))
print(commands, commands.number)
try:
    parser.parse_args(["x", "--number", "many"])
except SystemExit as end:
    print("exit", end.code)

logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s", stream=sys.stdout)
log = logging.getLogger("app")
log.debug("hidden")
log.info("value %d of %s", 3, "x")
log.warning("careful")
try:
    1 / 0
except ZeroDivisionError:
    log.error("failed", exc_info=False)


class Capital(logging.Filter):
    def filter(self, record):
        record.msg = record.msg.upper()
        return "skip" not in record.msg.lower()


log.addFilter(Capital())
log.info("upper")
log.info("skip me")
child = logging.getLogger("app.child")
child.setLevel(logging.ERROR)
child.warning("not shown")
child.critical("shown")
print(log.getEffectiveLevel(), logging.getLevelName(40), child.parent.name)
