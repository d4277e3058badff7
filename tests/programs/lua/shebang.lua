#!/usr/bin/env lua5.4
print("hello", debug.getinfo(1, "l").currentline)
error("here")
