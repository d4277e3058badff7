print("beta begins, alpha has name:", end=" ")
import alpha

print(hasattr(alpha, "name"))
name = "beta"


def double(text):
    return f"{text}{text} by {name}, {alpha.name}"
