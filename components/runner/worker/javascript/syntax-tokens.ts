// The tokens of a program up to where it is wrong, and the brackets that are open there.
import { tokenizer, tokTypes } from 'acorn';

export const RESERVED = 'Unexpected reserved word';
export const options = { ecmaVersion: 'latest', locations: true, allowHashBang: true } as const;

export interface SyntaxProblem {
  message: string;
  line: number;
  column: number;
  /** It was parsed as a module. */
  isModule?: boolean;
}

export interface Token {
  label: string;
  keyword: string | undefined;
  text: string;
  start: number;
  line: number;
  column: number;
}

/** All tokens up to a position, and the one at it. */
export function tokensTo(code: string, pos: number): Token[] {
  const tokens: Token[] = [];
  try {
    for (const token of tokenizer(code, { ...options, sourceType: 'module' })) {
      const { label, keyword } = token.type;
      const { line, column } = token.loc?.start ?? { line: 1, column: 0 };
      tokens.push({ label, keyword, text: code.slice(token.start, token.end), start: token.start, line, column });
      if (token.start >= pos) break;
    }
  } catch {
    // Invalid characters are the token themselves.
  }
  return tokens;
}

export const textOf = (tokens: Token[]) => tokens.map(({ text }) => text).join(' ');

/** Where the bracket opens that the last token closes. */
export function openingOf(tokens: Token[]): number {
  let depth = 0;
  for (let at = tokens.length - 1; at >= 0; at--) {
    const { label } = tokens[at] as Token;
    if (CLOSING.has(label)) depth += 1;
    else if (OPENING.has(label)) depth -= 1;
    if (depth <= 0) return at;
  }
  return -1;
}

/** Whether a position is inside parentheses. */
export function inParameters(code: string, pos: number): boolean {
  const before = tokensTo(code, pos).filter((token) => token.start < pos);
  return innermost(before)?.label === '(';
}

export const OPENING = new Set(['(', '[', '{', '${']);
export const CLOSING = new Set([')', ']', '}']);

/** The innermost open bracket, with the two tokens before it. */
export function innermost(tokens: Token[]): { label: string; before: (Token | undefined)[] } | undefined {
  let depth = 0;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const { label } = tokens[index] as Token;
    if (CLOSING.has(label)) depth += 1;
    else if (OPENING.has(label) && depth > 0) depth -= 1;
    else if (OPENING.has(label)) return { label, before: [tokens[index - 1], tokens[index - 2]] };
  }
  return undefined;
}

/** Whether the innermost open bracket is that of a call. */
export function inArguments(tokens: Token[]): boolean {
  const { label, before: [called, earlier] = [] } = innermost(tokens) ?? {};
  return label === '(' && called !== undefined && endsExpression(called) && earlier?.text !== 'function';
}

export function endsExpression({ label, keyword }: Token): boolean {
  return (
    (label === 'name' && !keyword) || /^(?:\)|\]|\}|string|num|bigint|regexp|`|this|super|null|true|false)$/.test(label)
  );
}

export function unexpectedToken({ label, keyword, text }: Token): string {
  if (label === 'string') return 'Unexpected string';
  if (label === 'num' || label === 'bigint') return 'Unexpected number';
  if (label === '`' || label === 'template') return 'Unexpected template string';
  if (label === 'name' && !keyword) {
    return text === 'enum' ? RESERVED : `Unexpected identifier '${text}'`;
  }
  if (label === tokTypes.eof.label) return 'Unexpected end of input';
  return `Unexpected token '${text}'`;
}

export function atEnd(code: string): SyntaxProblem {
  const lines = code.split('\n');
  return { message: 'Unexpected end of input', line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
