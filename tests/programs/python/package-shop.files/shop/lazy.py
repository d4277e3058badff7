loads = globals().get("loads", 0) + 1
value = __file__.rpartition("/")[2] + " " + __name__
