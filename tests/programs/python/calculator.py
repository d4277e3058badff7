import re

class Parser:
    TOKEN = re.compile(r'\s*(?:(\d+(?:\.\d+)?)|(.))')

    def __init__(self, text):
        self.tokens = [(num, op) for num, op in self.TOKEN.findall(text)]
        self.at = 0

    def peek(self):
        return self.tokens[self.at][1] if self.at < len(self.tokens) else None

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def expr(self):
        value = self.term()
        while self.peek() in ('+', '-'):
            op = self.take()[1]
            value = value + self.term() if op == '+' else value - self.term()
        return value

    def term(self):
        value = self.factor()
        while self.peek() in ('*', '/'):
            op = self.take()[1]
            value = value * self.factor() if op == '*' else value / self.factor()
        return value

    def factor(self):
        number, op = self.take()
        if number:
            return float(number) if '.' in number else int(number)
        if op == '-':
            return -self.factor()
        if op == '(':
            value = self.expr()
            if self.take()[1] != ')':
                raise SyntaxError('expected )')
            return value
        raise SyntaxError(f'unexpected {op!r}')

for text in ['1 + 2 * 3', '(1+2)*3', '-4 + 10 / 4', '2.5*2', '1 + $', '1 / 0']:
    try:
        print(text, '=', Parser(text).expr())
    except (SyntaxError, ZeroDivisionError) as e:
        print(text, '->', type(e).__name__, e)
