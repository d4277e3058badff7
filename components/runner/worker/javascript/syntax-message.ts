// What V8 says of a syntax error, and where: told by acorn's error and the tokens around it.
import {
  atEnd,
  CLOSING,
  inParameters,
  OPENING,
  openingOf,
  RESERVED,
  type SyntaxProblem,
  type Token,
  tokensTo,
  unexpectedToken,
} from './syntax-tokens.js';
import { AWAIT, INVALID, LEXICAL, PATTERN, unexpected } from './unexpected-token.js';

/** `raisedAt`: the end of the token that it has looked at last. */
export type AcornError = SyntaxError & { pos: number; raisedAt: number; loc: { line: number; column: number } };

const OCTAL = 'Octal literals are not allowed in strict mode.';
const RESERVED_STRICT = 'Unexpected strict mode reserved word';
const ARGUMENTS = "'arguments' is not allowed in class field initializer or static initialization block";
const TARGET = 'Invalid left-hand side';

/** Acorn's messages, by their beginning, and V8's. */
const WORDS: readonly [acorn: RegExp, words: string][] = [
  [
    /^Unterminated (?:string constant|comment)|^Invalid number|^Identifier directly after|^Unexpected character|^Invalid Unicode escape|^Expecting Unicode escape|^Expected number in radix|^Numeric separator is not allowed at the first/,
    INVALID,
  ],
  [
    /^Numeric separator is not allowed at the last/,
    'Numeric separators are not allowed at the end of numeric literals',
  ],
  [/^Numeric separator must be/, 'Only one underscore is allowed as numeric separator'],
  [/^Numeric separator is not allowed in legacy/, 'Numeric separator can not be used after leading 0.'],
  [/^Unterminated regular/, 'Invalid regular expression: missing /'],
  [/^(?:Duplicate|Invalid) regular expression flag/, 'Invalid regular expression flags'],
  [/^Argument name clash/, 'Duplicate parameter name not allowed in this context'],
  [/^'return' outside/, 'Illegal return statement'],
  [/^Unsyntactic break/, 'Illegal break statement'],
  [/^Unsyntactic continue/, 'Illegal continue statement: no surrounding iteration statement'],
  [/^Octal literal/, OCTAL],
  [/^Invalid escape sequence/, '\\8 and \\9 are not allowed in strict mode.'],
  [/^Deleting local/, 'Delete of an unqualified identifier in strict mode.'],
  [/^'with' in strict/, 'Strict mode code may not include a with statement'],
  [/^(?:Binding|Assigning to) (?:eval|arguments)/, 'Unexpected eval or arguments in strict mode'],
  [/^(?:Binding|Assigning to) \w+ in strict/, RESERVED_STRICT],
  [/^'super'|^super\(\)/, "'super' keyword unexpected here"],
  [/^Cannot use 'await' as/, RESERVED],
  [/^Cannot use (?:keyword )?'?await|^Await expression cannot/, AWAIT],
  [/^Cannot use 'yield'/, "Unexpected identifier 'yield'"],
  [/^Yield expression cannot/, 'Yield expression not allowed in formal parameter'],
  [/^Cannot use '?arguments/, ARGUMENTS],
  [/^getter should/, 'Getter must not have any formal parameters.'],
  [/^setter should/, 'Setter must have exactly one formal parameter.'],
  [/^Multiple default/, 'More than one default clause in switch statement'],
  [/^Shorthand property/, 'Invalid shorthand property initializer'],
  [/^Duplicate constructor/, 'A class may only have one constructor'],
  [/^Constructor can't have get/, 'Class constructor may not be an accessor'],
  [/^Constructor can't be an async/, 'Class constructor may not be an async method'],
  [/^Constructor can't be a gen/, 'Class constructor may not be a generator'],
  [/^Classes can't have a(?: field|n element) named/, "Classes may not have a field named 'constructor'"],
  [/^Classes may not have a static property/, "Classes may not have a static property named 'prototype'"],
  [/^Parenthesized pattern/, 'Invalid destructuring assignment target'],
  [/^Optional chaining cannot appear in the tag/, 'Invalid tagged template on optional chain'],
  [/^Optional chaining cannot appear in the callee/, 'Invalid optional chain from new expression'],
  [/^for-of loop variable/, 'for-of loop variable declaration may not have an initializer.'],
  [/^for-in loop variable/, 'for-in loop variable declaration may not have an initializer.'],
  [/^Comma is not permitted after the rest/, 'Rest element must be last element'],
  [/^Redefinition of __proto__/, 'Duplicate __proto__ fields are not allowed in object literals'],
];

export function told(code: string, { message, pos, raisedAt, loc }: AcornError, isStrict: boolean): SyntaxProblem {
  const plain = message.replace(/ \(\d+:\d+\)$/, '');
  const at = (line: number, column: number, words: string) => ({ message: words, line, column: column + 1 });
  const here = (words: string) => at(loc.line, loc.column, words);
  const on = ({ line, column }: Pick<Token, 'line' | 'column'>, words: string) => at(line, column, words);
  if (/^Unexpected (?:token|end|keyword)|^Logical expressions and/.test(plain)) {
    return unexpected(code, pos, loc, isStrict);
  }
  if (/^Unterminated template/.test(plain)) return atEnd(code);
  if (/^Invalid number/.test(plain) && /^0\d/.test(code.slice(pos))) return here(OCTAL);
  if (/^Octal literal/.test(plain) && code[pos] === '\\') return here(wrongOf(code.slice(pos), 'strict mode'));
  if (/^Bad (?:character )?escape|^Code point out/.test(plain)) return wrongEscape(code, pos);
  const [, pattern] = /^Invalid regular expression: \/(.*)\/: /s.exec(plain) ?? [];
  if (pattern !== undefined) {
    const [flags = ''] = /^\w*/.exec(code.slice(pos + pattern.length + 1)) ?? [];
    return here(plain.replace(`/${pattern}/`, () => `/${pattern}/${flags}`));
  }
  const label = /^(?:break|continue)[ \t]+([\w$]+)/.exec(code.slice(pos))?.[1];
  if (/^Unsyntactic/.test(plain) && label) {
    const isThere = tokensTo(code, pos).some(({ text }, index, all) => text === label && all[index + 1]?.text === ':');
    const noLoop = `Illegal continue statement: '${label}' does not denote an iteration statement`;
    return here(isThere && code.startsWith('continue', pos) ? noLoop : `Undefined label '${label}'`);
  }
  if (/^Comma is not permitted after the rest/.test(plain) && inParameters(code, pos)) {
    return here('Rest parameter must be last formal parameter');
  }
  if (/^Assigning to rvalue|^Optional chaining cannot appear in left/.test(plain)) {
    return here(targetOf(code, pos, raisedAt));
  }
  // V8 names the end of the block, and the beginning of the pattern.
  if (/^Missing catch/.test(plain)) {
    return on(blockEnd(code, pos) ?? loc, 'Missing catch or finally after try');
  }
  if (/^Complex binding patterns/.test(plain)) {
    const before = tokensTo(code, pos).filter((token) => token.start < pos);
    return on(before[openingOf(before)] ?? loc, PATTERN);
  }
  const known = WORDS.find(([acorn]) => acorn.test(plain))?.[1];
  const [, word = ''] = /^The keyword '(\w+)' is reserved/.exec(plain) ?? [];
  if (word === 'await') return here(AWAIT);
  if (word === 'let' && /^let\s*[\w$[{]/.test(code.slice(pos))) return here(LEXICAL);
  if (word !== '') return here(reserved(word));
  if (/^The only valid meta property for import/.test(plain)) {
    return here(`Unexpected identifier '${/^[\w$]*/.exec(code.slice(pos))?.[0]}'`);
  }
  if (/^'import' and 'export' may/.test(plain)) {
    if (!code.startsWith('import', pos)) return here("Unexpected token 'export'");
    const next = tokensTo(code, pos + 'import'.length).at(-1);
    return next ? on(next, unexpectedToken(next)) : here(INVALID);
  }
  const twice = /^Label '(.*)' is already declared/.exec(plain)?.[1];
  if (twice !== undefined) return here(`Label '${twice}' has already been declared`);
  const unknown = /^Export '(.*)' is not defined$/.exec(plain)?.[1];
  if (unknown !== undefined) return here(`Export '${unknown}' is not defined in module`);
  return here(known ?? plain);
}

/** What is wrong with an escape sequence, which the text begins with. */
function wrongOf(text: string, where: string): string {
  if (/^\\[89]/.test(text)) return `\\8 and \\9 are not allowed in ${where}.`;
  if (/^\\\d/.test(text)) return `Octal escape sequences are not allowed in ${where}.`;
  if (text.startsWith('\\x')) return 'Invalid hexadecimal escape sequence';
  return /^\\u\{[\da-f]+\}/i.test(text) ? 'Undefined Unicode code-point' : 'Invalid Unicode escape sequence';
}

/** Whole escape sequences, and the backslash of one that is not. */
const ESCAPES = /\\(?:x[\da-f]{2}|u[\da-f]{4}|u\{0*(?:10|[\da-f])?[\da-f]{1,4}\}|0(?!\d)|[^xu\d])|\\/gi;

/** Acorn names the digits of an escape sequence, or the piece of a template that has it. */
function wrongEscape(code: string, pos: number): SyntaxProblem {
  const isTemplate = !/\\(?:x|u\{?)$/.test(code.slice(0, pos));
  let start = Math.max(0, code.lastIndexOf('\\', pos - 1));
  if (isTemplate) {
    const wrong = [...code.slice(pos).matchAll(ESCAPES)].find(([text]) => text === '\\');
    start = pos + (wrong?.index ?? 0);
  }
  const lines = code.slice(0, start).split('\n');
  const message = wrongOf(code.slice(start), 'template strings');
  return { message, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** What is wrong with the target of an assignment: acorn has read on to what follows it. */
function targetOf(code: string, pos: number, raisedAt: number): string {
  const tokens = tokensTo(code, raisedAt).filter(({ start }) => start < raisedAt);
  const first = tokens.findIndex(({ start }) => start >= pos);
  const next = tokens.at(-1)?.text ?? '';
  let depth = 0;
  for (const { label } of tokens.slice(first, -1)) {
    if (OPENING.has(label)) depth += 1;
    else if (CLOSING.has(label)) depth -= 1;
    // It is within a pattern, or a parameter.
    if (depth < 0 && (label !== ')' || next === '=>')) return 'Invalid destructuring assignment target';
  }
  if (/^(?:\+\+|--)$/.test(next) && tokens.length - 1 > first) return `${TARGET} expression in postfix operation`;
  if (/^(?:\+\+|--)$/.test(tokens[first - 1]?.text ?? '')) return `${TARGET} expression in prefix operation`;
  return /^(?:of|in)$/.test(next) ? `${TARGET} in for-loop` : `${TARGET} in assignment`;
}

/** The last token of the block behind a position. */
function blockEnd(code: string, pos: number): Token | undefined {
  const tokens = tokensTo(code, code.length).filter(({ start }) => start >= pos);
  let depth = 0;
  return tokens.find(({ label }) => {
    if (OPENING.has(label)) depth += 1;
    if (CLOSING.has(label)) depth -= 1;
    return CLOSING.has(label) && depth === 0;
  });
}

function reserved(word: string): string {
  if (word === 'enum') return RESERVED;
  return /^(?:implements|interface|let|package|private|protected|public|static|yield)$/.test(word)
    ? RESERVED_STRICT
    : `Unexpected token '${word}'`;
}
