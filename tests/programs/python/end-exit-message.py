import sys

def main():
    print("checking")
    sys.exit("no input given")

main()
