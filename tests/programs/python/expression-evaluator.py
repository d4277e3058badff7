import operator
import re

OPERATORS = {"+": (1, operator.add), "-": (1, operator.sub), "*": (2, operator.mul), "/": (2, operator.truediv), "^": (3, operator.pow)}


def tokens(text):
    at = 0
    pattern = re.compile(r"\s*(?:(\d+\.?\d*)|(.))")
    while at < len(text.rstrip()):
        number, symbol = (match := pattern.match(text, at)).groups()
        at = match.end()
        yield float(number) if number else symbol


def postfix(text):
    output, stack, previous = [], [], None
    for token in tokens(text):
        if isinstance(token, float):
            output.append(token)
        elif token == "(":
            stack.append(token)
        elif token == ")":
            while stack and stack[-1] != "(":
                output.append(stack.pop())
            if not stack:
                raise SyntaxError("unbalanced )")
            stack.pop()
        elif token in OPERATORS:
            if token == "-" and (previous is None or previous == "(" or previous in OPERATORS):
                output.append(0.0)
            while stack and stack[-1] in OPERATORS and (OPERATORS[stack[-1]][0] > OPERATORS[token][0] or (OPERATORS[stack[-1]][0] == OPERATORS[token][0] and token != "^")):
                output.append(stack.pop())
            stack.append(token)
        else:
            raise SyntaxError(f"unknown {token!r}")
        previous = token
    return output + stack[::-1]


def evaluate(text):
    stack = []
    for token in postfix(text):
        if isinstance(token, float):
            stack.append(token)
        else:
            right, left = stack.pop(), stack.pop()
            stack.append(OPERATORS[token][1](left, right))
    (result,) = stack
    return result


for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-4 + 10 / 4", "2 * (3 + 4) * 5 - 6", "1 / 0", "1 + ) 2", "2 $ 3", "1 2"):
    try:
        print(text, "=", f"{evaluate(text):g}", postfix(text))
    except (SyntaxError, ZeroDivisionError, ValueError, IndexError) as error:
        print(text, "->", type(error).__name__, error)
