import sys

print(sys.argv[0].rpartition("/")[2], __name__)
if __name__ == "__main__":
    print("never")
