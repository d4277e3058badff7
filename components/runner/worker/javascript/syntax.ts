// Finds syntax errors, with Node's messages, and imports; parsed by acorn. A separate part (40 kB), because few programs need it.
import { type Node, Parser, tokenizer, tokTypes } from 'acorn';
import { type ModuleShape, shapeOf } from './module-shape.js';

interface SyntaxProblem {
  message: string;
  line: number;
  column: number;
  /** It was parsed as a module. */
  isModule?: boolean;
}

/** A place in the code that names another module. */
export interface Import {
  /** Undefined for a computed name. */
  name?: string;
  /** Range of the name, quotes included. */
  start: number;
  end: number;
  line: number;
  column: number;
  dynamic: boolean;
  /** For a dynamic import the whole call; for others the attributes after the name. */
  whole: [start: number, end: number];
  /** It is `import.meta`. */
  meta?: boolean;
  /** The named imports. */
  taken: { name: string; line: number; column: number }[];
}

export interface Syntax {
  findProblem(code: string): SyntaxProblem | undefined;
  imports(code: string): Import[];
  /** Undefined for a syntax error. */
  read(code: string): { isModule: boolean; imports: Import[]; shape: ModuleShape } | undefined;
}

type AcornError = SyntaxError & { pos: number; loc: { line: number; column: number } };
type Any = Node & Record<string, unknown>;

const AWAIT = 'await is only valid in async functions and the top level bodies of modules';
const INVALID = 'Invalid or unexpected token';
const OCTAL = 'Octal literals are not allowed in strict mode.';

/** Acorn's messages, by their beginning, and V8's. */
const WORDS: readonly [acorn: RegExp, words: string][] = [
  [
    /^Unterminated (?:string constant|comment)|^Invalid number|^Identifier directly after|^Unexpected character|^Invalid Unicode escape/,
    INVALID,
  ],
  [/^Unterminated regular/, 'Invalid regular expression: missing /'],
  [/^Argument name clash/, 'Duplicate parameter name not allowed in this context'],
  [/^'return' outside/, 'Illegal return statement'],
  [/^Unsyntactic break/, 'Illegal break statement'],
  [/^Unsyntactic continue/, 'Illegal continue statement: no surrounding iteration statement'],
  [/^Assigning to rvalue|^Optional chaining cannot appear in left/, 'Invalid left-hand side in assignment'],
  [/^Complex binding patterns/, 'Missing initializer in destructuring declaration'],
  [/^Octal literal/, OCTAL],
  [/^Deleting local/, 'Delete of an unqualified identifier in strict mode.'],
  [/^'with' in strict/, 'Strict mode code may not include a with statement'],
  [/^(?:Binding|Assigning to) (?:eval|arguments)/, 'Unexpected eval or arguments in strict mode'],
  [/^'super'|^super\(\)/, "'super' keyword unexpected here"],
  [/^Cannot use (?:keyword )?'?await/, AWAIT],
  [/^Await expression cannot|^Cannot use 'await'/, AWAIT],
  [/^getter should/, 'Getter must not have any formal parameters.'],
  [/^setter should/, 'Setter must have exactly one formal parameter.'],
  [/^Multiple default/, 'More than one default clause in switch statement'],
  [/^Missing catch/, 'Missing catch or finally after try'],
  [/^Shorthand property/, 'Invalid shorthand property initializer'],
  [/^Duplicate constructor/, 'A class may only have one constructor'],
  [/^Parenthesized pattern/, 'Invalid destructuring assignment target'],
  [/^Comma is not permitted after the rest/, 'Rest element must be last element'],
  [/^Redefinition of __proto__/, 'Duplicate __proto__ fields are not allowed in object literals'],
];

const options = { ecmaVersion: 'latest', locations: true, allowHashBang: true } as const;

function parse(code: string, sourceType: 'commonjs' | 'module'): Any {
  return Parser.parse(code, { ...options, sourceType }) as unknown as Any;
}

function failure(code: string, sourceType: 'commonjs' | 'module'): AcornError | undefined {
  try {
    parse(code, sourceType);
  } catch (error) {
    if (error instanceof SyntaxError && 'pos' in error) return error as AcornError;
    throw error;
  }
  return undefined;
}

/** Undefined if acorn finds no error. */
function findProblem(code: string): SyntaxProblem | undefined {
  const script = failure(code, 'commonjs');
  if (!script) return undefined;
  const module = failure(code, 'module');
  if (!module) return undefined;
  // As in Node: code with syntax that only a module may have is a module.
  const isModule = /'import' and 'export' may appear only|import\.meta|Cannot use 'import/.test(script.message);
  const asModule = isModule || module.pos > script.pos;
  return { ...told(code, asModule ? module : script), isModule: asModule };
}

function told(code: string, { message, pos, loc }: AcornError): SyntaxProblem {
  const plain = message.replace(/ \(\d+:\d+\)$/, '');
  const at = (line: number, column: number, words: string) => ({ message: words, line, column: column + 1 });
  if (/^Unexpected (?:token|end|keyword)|^Logical expressions and/.test(plain)) return unexpected(code, pos, loc);
  if (/^Unterminated template/.test(plain)) return atEnd(code);
  if (/^Invalid number/.test(plain) && /^0\d/.test(code.slice(pos))) return at(loc.line, loc.column, OCTAL);
  const label = /^(?:break|continue)\s+([\w$]+)/.exec(code.slice(pos))?.[1];
  if (/^Unsyntactic/.test(plain) && label) return at(loc.line, loc.column, `Undefined label '${label}'`);
  if (/^Comma is not permitted after the rest/.test(plain) && inParameters(code, pos)) {
    return at(loc.line, loc.column, 'Rest parameter must be last formal parameter');
  }
  const known = WORDS.find(([acorn]) => acorn.test(plain))?.[1];
  const [, word = ''] = /^The keyword '(\w+)' is reserved/.exec(plain) ?? [];
  if (word === 'await') return at(loc.line, loc.column, AWAIT);
  if (word !== '') return at(loc.line, loc.column, reserved(word));
  if (/^'import' and 'export' may/.test(plain)) {
    if (!code.startsWith('import', pos)) return at(loc.line, loc.column, "Unexpected token 'export'");
    const next = tokensTo(code, pos + 'import'.length).at(-1);
    return next ? at(next.line, next.column, unexpectedToken(next)) : at(loc.line, loc.column, INVALID);
  }
  const twice = /^Label '(.*)' is already declared/.exec(plain)?.[1];
  if (twice !== undefined) return at(loc.line, loc.column, `Label '${twice}' has already been declared`);
  const unknown = /^Export '(.*)' is not defined$/.exec(plain)?.[1];
  if (unknown !== undefined) return at(loc.line, loc.column, `Export '${unknown}' is not defined in module`);
  return at(loc.line, loc.column, known ?? plain);
}

function reserved(word: string): string {
  if (word === 'enum') return 'Unexpected reserved word';
  return /^(?:implements|interface|let|package|private|protected|public|static|yield)$/.test(word)
    ? 'Unexpected strict mode reserved word'
    : `Unexpected token '${word}'`;
}

interface Token {
  label: string;
  keyword: string | undefined;
  text: string;
  start: number;
  line: number;
  column: number;
}

/** All tokens up to a position, and the one at it. */
function tokensTo(code: string, pos: number): Token[] {
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

function unexpected(code: string, pos: number, loc: { line: number; column: number }): SyntaxProblem {
  const tokens = tokensTo(code, pos);
  const here = tokens.find((token) => token.start >= pos);
  const before = tokens.filter((token) => token.start < pos);
  const last = before.at(-1);
  const at = (message: string, token?: Token): SyntaxProblem => ({
    message,
    line: token?.line ?? loc.line,
    column: (token?.column ?? loc.column) + 1,
  });
  if (here?.text === 'await') return at(AWAIT, here);
  if (last?.text === 'await' && here && !/^[=.,;)]/.test(here.text)) return at(AWAIT, last);
  if (before.at(-2)?.text === 'const' && last?.label === 'name') {
    return at('Missing initializer in const declaration', last);
  }
  if (!here && code.slice(pos).trim() === '') {
    return atEnd(code);
  }
  if (inArguments(before) && last && endsExpression(last) && here?.text !== ')' && here?.text !== ',') {
    return at('missing ) after argument list', last);
  }
  return at(here ? unexpectedToken(here) : INVALID);
}

function atEnd(code: string): SyntaxProblem {
  const lines = code.split('\n');
  return { message: 'Unexpected end of input', line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Whether a position is inside parentheses. */
function inParameters(code: string, pos: number): boolean {
  const before = tokensTo(code, pos).filter((token) => token.start < pos);
  return innermost(before)?.label === '(';
}

function unexpectedToken({ label, keyword, text }: Token): string {
  if (label === 'string') return 'Unexpected string';
  if (label === 'num' || label === 'bigint') return 'Unexpected number';
  if (label === '`' || label === 'template') return 'Unexpected template string';
  if (label === 'name' && !keyword) {
    return text === 'enum' ? 'Unexpected reserved word' : `Unexpected identifier '${text}'`;
  }
  if (label === tokTypes.eof.label) return 'Unexpected end of input';
  return `Unexpected token '${text}'`;
}

const OPENING = new Set(['(', '[', '{', '${']);
const CLOSING = new Set([')', ']', '}']);

/** The innermost open bracket, with the two tokens before it. */
function innermost(tokens: Token[]): { label: string; before: (Token | undefined)[] } | undefined {
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
function inArguments(tokens: Token[]): boolean {
  const { label, before: [called, earlier] = [] } = innermost(tokens) ?? {};
  return label === '(' && called !== undefined && endsExpression(called) && earlier?.text !== 'function';
}

function endsExpression({ label, keyword }: Token): boolean {
  return (
    (label === 'name' && !keyword) || /^(?:\)|\]|\}|string|num|bigint|regexp|`|this|super|null|true|false)$/.test(label)
  );
}

/** All places that name a module; empty for a syntax error. */
function imports(code: string): Import[] {
  const program = parsed(code, 'module') ?? parsed(code, 'commonjs');
  return program ? importsOf(program) : [];
}

function read(code: string): ReturnType<Syntax['read']> {
  const script = parsed(code, 'commonjs');
  const program = script ?? parsed(code, 'module');
  return program && { isModule: !script, imports: importsOf(program), shape: shapeOf(program) };
}

function parsed(code: string, sourceType: 'commonjs' | 'module'): Any | undefined {
  try {
    return parse(code, sourceType);
  } catch {
    return undefined; // Syntax errors are reported elsewhere.
  }
}

function importsOf(program: Any): Import[] {
  const found: Import[] = [];
  const add = ({ source, specifiers, attributes, ...node }: Any, dynamic: boolean) => {
    const literal = source as Any | null | undefined;
    if (!literal || (!dynamic && typeof literal.value !== 'string')) return;
    const taken = (Array.isArray(specifiers) ? (specifiers as Any[]) : []).flatMap((specifier) => {
      const named = (specifier.imported ?? (specifier.type === 'ExportSpecifier' ? specifier.local : undefined)) as
        | Any
        | undefined;
      const name = named && (named.name ?? named.value);
      const { line, column } = specifier.loc?.start ?? { line: 1, column: 0 };
      return typeof name === 'string' ? [{ name, line, column: column + 1 }] : [];
    });
    const { line, column } = literal.loc?.start ?? { line: 1, column: 0 };
    const { start, end, value: name } = literal;
    const hasAttributes = Array.isArray(attributes) && attributes.length > 0;
    const whole: Import['whole'] = dynamic ? [node.start, node.end] : [end, hasAttributes ? node.end : end];
    const known = typeof name === 'string' ? { name } : {};
    found.push({ ...known, start, end, line, column: column + 1, dynamic, whole, taken });
  };
  const visit = (node: Any) => {
    if (node.type === 'MetaProperty' && (node.meta as Any).name === 'import') {
      const { line, column } = node.loc?.start ?? { line: 1, column: 0 };
      const { start, end } = node;
      found.push({ start, end, line, column: column + 1, dynamic: false, whole: [end, end], meta: true, taken: [] });
    }
    if (/^(?:Import|ExportNamed|ExportAll)(?:Declaration|Expression)$/.test(node.type)) {
      add(node, node.type === 'ImportExpression');
    }
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (typeof child === 'object' && child !== null && 'type' in child) visit(child as Any);
      }
    }
  };
  visit(program);
  return found.sort((one, other) => one.start - other.start);
}

export const syntax: Syntax = { findProblem, imports, read };
