from collections import Counter
from itertools import groupby


def roman(n):
    result = ""
    for value, letters in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        result += letters * (n // value)
        n %= value
    return result


def from_roman(text):
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    total = 0
    for a, b in zip(text, text[1:] + " "):
        total += -values[a] if values[a] < values.get(b, 0) else values[a]
    return total


def encode(text):
    return "".join(f"{len(list(group))}{c}" for c, group in groupby(text))


def decode(text):
    result, count = [], ""
    for c in text:
        if c.isdigit():
            count += c
        else:
            result.append(c * int(count or 1))
            count = ""
    return "".join(result)


def caesar(text, k):
    return "".join(chr((ord(c) - (base := ord("A" if c.isupper() else "a")) + k) % 26 + base) if c.isalpha() else c for c in text)


def is_palindrome(text):
    kept = [c.lower() for c in text if c.isalnum()]
    return kept == kept[::-1]


def balanced(text):
    stack, pairs = [], dict(zip(")]}", "([{"))
    for c in text:
        if c in pairs.values():
            stack.append(c)
        elif c in pairs and (not stack or stack.pop() != pairs[c]):
            return False
    return not stack


def decode_nested(text):
    stack, current, number = [], "", 0
    for c in text:
        if c.isdigit():
            number = number * 10 + int(c)
        elif c == "[":
            stack.append((current, number))
            current, number = "", 0
        elif c == "]":
            before, times = stack.pop()
            current = before + current * times
        else:
            current += c
    return current


print([roman(n) for n in (4, 9, 14, 1994, 2024)], from_roman("MCMXCIV"), all(from_roman(roman(n)) == n for n in range(1, 4000)))
print(encode("aaabbc"), decode(encode("wwwwaaadexxxxxx")), caesar("Hello, World!", 3), caesar(caesar("xyz", 5), -5))
print(is_palindrome("A man, a plan, a canal: Panama"), balanced("{[()]}"), balanced("([)]"), decode_nested("3[a2[c]]x"))
print(Counter("the cat the dog".split()).most_common(1), " ".join(w[::-1] for w in "hello world".split()), "listen" != "silent" and sorted("listen") == sorted("silent"))
for n in range(1, 16):
    print("FizzBuzz" if n % 15 == 0 else "Fizz" if n % 3 == 0 else "Buzz" if n % 5 == 0 else n, end=" ")
print()
