text = open(0).read()
print(len(text.splitlines()), text.split())
