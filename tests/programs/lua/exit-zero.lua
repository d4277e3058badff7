io.write("partial")
os.exit(0)
