import logging, sys
logging.basicConfig(level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")
log = logging.getLogger("app")
log.debug("hidden")
log.info("started %d workers", 3)
log.warning("low %s", "disk")
try:
    {}["k"]
except KeyError:
    log.error("failed")
print("done")
