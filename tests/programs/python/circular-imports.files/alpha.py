print("alpha begins")
import beta

name = "alpha"


def value():
    return beta.double(name)


print("alpha ends")
