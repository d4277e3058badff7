type Token = { type: 'num'; value: number } | { type: 'op'; value: string } | { type: 'paren'; value: '(' | ')' };
function* tokens(s: string): Generator<Token> {
  for (const [m] of s.matchAll(/\d+(?:\.\d+)?|[-+*/()]/g)) {
    if (/\d/.test(m)) yield { type: 'num', value: +m };
    else if (m === '(' || m === ')') yield { type: 'paren', value: m };
    else yield { type: 'op', value: m };
  }
}
const precedence: { [op: string]: number } = { '+': 1, '-': 1, '*': 2, '/': 2 };
function evaluate(s: string): number {
  const out: number[] = [];
  const ops: string[] = [];
  const apply = (): void => {
    const [b, a] = [out.pop()!, out.pop()!];
    const fns: Record<string, (a: number, b: number) => number> = { '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b };
    out.push(fns[ops.pop()!]!(a, b));
  };
  for (const t of tokens(s)) {
    if (t.type === 'num') out.push(t.value);
    else if (t.value === '(') ops.push('(');
    else if (t.value === ')') { while (ops.at(-1) !== '(') apply(); ops.pop(); }
    else { while (ops.length && (precedence[ops.at(-1)!] ?? 0) >= precedence[t.value]!) apply(); ops.push(t.value); }
  }
  while (ops.length) apply();
  return out[0]!;
}
console.log(['1+2*3', '(1+2)*3', '10/4-1', '2*(3+4)*5'].map(evaluate));
