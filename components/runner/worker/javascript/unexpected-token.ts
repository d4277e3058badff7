// V8's words for a token that may not stand where it stands, by those before it.
import {
  atEnd,
  CLOSING,
  endsExpression,
  inArguments,
  innermost,
  OPENING,
  openingOf,
  RESERVED,
  type SyntaxProblem,
  type Token,
  textOf,
  tokensTo,
  unexpectedToken,
} from './syntax-tokens.js';

export const AWAIT = 'await is only valid in async functions and the top level bodies of modules';
export const INVALID = 'Invalid or unexpected token';
export const PATTERN = 'Missing initializer in destructuring declaration';
export const LEXICAL = 'Lexical declaration cannot appear in a single-statement context';
const POWER =
  'Unary operator used immediately before exponentiation expression. Parenthesis must be used to disambiguate operator precedence';
const TEMPLATE = 'Missing } in template expression';

export function unexpected(
  code: string,
  pos: number,
  loc: { line: number; column: number },
  isStrict: boolean,
): SyntaxProblem {
  const tokens = tokensTo(code, pos);
  const here = tokens.find((token) => token.start >= pos);
  const before = tokens.filter((token) => token.start < pos);
  const last = before.at(-1);
  const at = (message: string, token?: Token): SyntaxProblem => ({
    message,
    line: token?.line ?? loc.line,
    column: (token?.column ?? loc.column) + 1,
  });
  const isEnd = !here && code.slice(pos).trim() === '';
  if (last?.text === 'export' && here?.text !== '{') return at("Unexpected token 'export'", last);
  if (here?.text === 'await') return at(last?.text === 'for' ? RESERVED : AWAIT, here);
  if (last?.text === 'await' && here && !/^[=.,;)]/.test(here.text)) return at(AWAIT, last);
  const unset = last && unsetConstant(before);
  if (unset) return at(unset.label === 'name' ? 'Missing initializer in const declaration' : PATTERN, unset);
  const single = last && here && inSingleStatement(before, here, isStrict);
  if (single) return at(...single);
  if (here?.text === '(' && /^function ?\*?$/.test(textOf(before.slice(last?.text === '*' ? -2 : -1)))) {
    return at('Function statements require a function name', last);
  }
  if (here?.text === '=' && before.at(-2)?.text === '...' && innermost(before)?.label === '(' && !inArguments(before)) {
    return at('Rest parameter may not have a default initializer', here);
  }
  if (last?.text === 'super') return at("'super' keyword unexpected here", last);
  if (here?.label === 'privateId' && last?.text !== '.' && !(last && endsExpression(last))) {
    return at(`Private field '${here.text}' must be declared in an enclosing class`, here);
  }
  if (here?.text === '**' && last && endsExpression(last)) {
    const operator = before[unaryBefore(before)];
    if (operator) return at(POWER, operator);
  }
  if (here?.text === '=>' && last?.text === ')') {
    const called = before[openingOf(before) - 1];
    if (called && endsExpression(called)) return at('Malformed arrow function parameter list', called);
  }
  if (/^[},]$/.test(here?.text ?? '') && /^(?:string|num)$/.test(last?.label ?? '') && isKey(before)) {
    return last ? at(unexpectedToken(last), last) : at(INVALID);
  }
  if (innermost(before)?.label === '${' && last && endsExpression(last)) return at(TEMPLATE, last);
  if (inArguments(before) && last && endsExpression(last) && here?.text !== ')' && here?.text !== ',') {
    return at('missing ) after argument list', last);
  }
  if (isEnd) return atEnd(code);
  return at(here ? unexpectedToken(here) : INVALID);
}

/** A name or pattern of a `const` declaration that the tokens end with: it has no value. */
function unsetConstant(before: Token[]): Token | undefined {
  const last = before.at(-1);
  if (!last || !/^(?:name|[}\]])$/.test(last.label)) return undefined;
  let at = last.label === 'name' ? before.length - 1 : openingOf(before);
  const unset = before[at];
  if (!unset) return undefined;
  // Back over the declarations before it, each of which has a value.
  for (let depth = 0; at > 0; at--) {
    const { label, text } = before[at - 1] as Token;
    // A statement without a semicolon ends there.
    if (depth === 0 && before[at]?.label === 'name' && endsExpression(before[at - 1] as Token)) return undefined;
    if (depth === 0 && text === 'const')
      return before.indexOf(unset) === at || hasValue(before, at, unset) ? unset : undefined;
    if (CLOSING.has(label)) depth += 1;
    else if (OPENING.has(label)) depth -= 1;
    if (depth < 0 || (depth === 0 && /^(?:;|=>)$/.test(text))) return undefined;
  }
  return undefined;
}

/** Whether it stands right behind a comma, behind a value. */
function hasValue(before: Token[], from: number, unset: Token): boolean {
  const at = before.indexOf(unset);
  return before[at - 1]?.text === ',' && before.slice(from, at).some(({ text }) => text === '=');
}

const UNARY = /^(?:[-+!~]|typeof|void|delete)$/;

/** The unary operator of the operand that the tokens end with. */
function unaryBefore(before: Token[]): number {
  let depth = 0;
  for (let at = before.length - 1; at >= 0; at--) {
    const { label, text } = before[at] as Token;
    if (CLOSING.has(label)) depth += 1;
    else if (OPENING.has(label)) depth -= 1;
    if (depth < 0) return -1;
    const ahead = before[at - 1];
    if (depth === 0 && UNARY.test(text) && !(ahead && endsExpression(ahead))) return at;
  }
  return -1;
}

/** Whether the last token is where an object has a key. */
function isKey(before: Token[]): boolean {
  const { label, before: [ahead] = [] } = innermost(before) ?? {};
  return (
    label === '{' && /^[{,]$/.test(before.at(-2)?.text ?? '') && /^(?:[=(,[:?]|return|=>)$/.test(ahead?.text ?? '')
  );
}

/** What may not be the whole body of a loop, a condition or a label. */
function inSingleStatement(before: Token[], here: Token, isStrict: boolean): [string, Token] | undefined {
  const last = before.at(-1) as Token;
  const only = (kind: string) => `${kind} can only be declared at the top level or inside a block.`;
  if (last.text === 'let' && /^(?:name|[[{])$/.test(here.label)) {
    return isBody(before.slice(0, -1)) ? [LEXICAL, last] : undefined;
  }
  if (here.text === '*' && last.text === 'function') {
    const words = isStrict ? STRICT_FUNCTION : only('Generators');
    return isBody(before.slice(0, -1)) ? [words, last] : undefined;
  }
  if (here.text === 'let' && isBody(before)) return [LEXICAL, here];
  if (here.text === 'async' && isBody(before)) return [only('Async functions'), here];
  if (here.text === 'function' && isBody(before)) return [isStrict ? STRICT_FUNCTION : SLOPPY_FUNCTION, here];
  return undefined;
}

const STRICT_FUNCTION = 'In strict mode code, functions can only be declared at top level or inside a block.';
const SLOPPY_FUNCTION =
  'In non-strict mode code, functions can only be declared at top level, inside a block, or as the body of an if statement.';

/** Whether what follows is the body of a loop, a condition or a label. */
function isBody(before: Token[]): boolean {
  const last = before.at(-1);
  if (/^(?:else|do)$/.test(last?.text ?? '')) return true;
  if (last?.text === ':') return before.at(-2)?.label === 'name';
  if (last?.text !== ')') return false;
  const at = openingOf(before);
  return /^(?:if|for|while|with|for await)$/.test(
    textOf(before.slice(before[at - 1]?.text === 'await' ? at - 2 : at - 1, at)),
  );
}
