interface Container<T> {
  push(item: T): void;
  pop(): T | undefined;
  readonly size: number;
}

class Stack<T> implements Container<T> {
  private items: T[] = [];

  constructor(private readonly name: string = 'stack') {}

  push(item: T): void {
    this.items.push(item);
  }

  pop(): T | undefined {
    return this.items.pop();
  }

  get size(): number {
    return this.items.length;
  }

  toString(): string {
    return `${this.name}(${this.items.join(', ')})`;
  }
}

function isBalanced(text: string): boolean {
  const pairs: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
  const stack = new Stack<string>();
  for (const char of text) {
    if ('([{'.includes(char)) stack.push(char);
    else if (char in pairs && stack.pop() !== pairs[char]) return false;
  }
  return stack.size === 0;
}

for (const text of ['()', '([]{})', '(]', '((', ''] as const) console.log(JSON.stringify(text), isBalanced(text));
const numbers = new Stack<number>('numbers');
numbers.push(1);
numbers.push(2);
console.log(`${numbers}`, numbers.size, numbers);
