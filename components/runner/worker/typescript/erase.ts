// Erases types with Sucrase: fast, and every line stays where it was.
import { transform } from 'sucrase';
import { parse } from 'sucrase/dist/esm/parser/index.js';
import type { Token } from 'sucrase/dist/esm/parser/tokenizer/index.js';
import { ContextualKeyword } from 'sucrase/dist/esm/parser/tokenizer/keywords.js';
import { TokenType as tt } from 'sucrase/dist/esm/parser/tokenizer/types.js';
import type { Compiled, SourceLanguage } from '../../messages.js';

/** Undefined where more than erasing types is needed, or Sucrase does not understand the code: then TypeScript's compiler is used. */
export function erase(code: string, language: SourceLanguage): Compiled | undefined {
  const jsx = language === 'tsx';
  try {
    if (!isErasable(parse(code, jsx, true, false).tokens, code)) return undefined;
    const { code: erased, sourceMap } = transform(code, {
      transforms: jsx ? ['typescript', 'jsx'] : ['typescript'],
      disableESTransforms: true,
      jsxRuntime: 'automatic',
      production: true,
      filePath: 'main',
      sourceMapOptions: { compiledFilename: 'main' },
    });
    return { code: erased, mappings: sourceMap?.mappings ?? '' };
  } catch {
    return undefined; // TypeScript reports the error, or can compile it.
  }
}

/** Keywords that create something at run time, if a name, a string or a bracket follows. */
const MAKERS: ReadonlySet<ContextualKeyword> = new Set([
  ContextualKeyword._accessor,
  ContextualKeyword._module,
  ContextualKeyword._namespace,
  ContextualKeyword._using,
]);
const NAMED = new Set([tt.name, tt.string, tt.num, tt.hash, tt.bracketL]);
const BEFORE_NAMES = new Set([tt._get, tt._set, tt._static, tt._async]);
/** With these a line goes on from the line before it, where that has no semicolon. */
const CONTINUING = new Set([tt.parenL, tt.bracketL, tt.backQuote, tt.regexp, tt.slash, tt.star]);
const ENDS = new Set([tt.semi, tt.braceL, tt.eof]);
const ERASED_MEMBERS = new Set([tt._declare, tt._abstract]);
const MODIFIERS = new Set([tt._public, tt._private, tt._protected, tt._readonly, tt._override]);

function isErasable(tokens: Token[], code: string): boolean {
  const classes = new Set(tokens.filter(({ type }) => type === tt._class).map(({ contextId }) => contextId));
  let properties = false;
  let orderMatters = false;
  /** Where members that are erased began, as long as nothing has ended since. */
  let member: number | undefined;
  for (const [index, token] of tokens.entries()) {
    const { type, contextualKeyword, isType, contextId } = token;
    const next = tokens[index + 1];
    if (type === tt.at) return false;
    // `import x = require('…')` and `export =` make the whole program CommonJS; of `import x = A.B` Sucrase leaves out A.
    if (type === tt._export && next?.type === tt.eq) return false;
    if (type === tt._import && !isType && tokens[index + 2]?.type === tt.eq) return false;
    if (MAKERS.has(contextualKeyword) && next && NAMED.has(next.type)) return false;
    if (isType) continue;
    if (ENDS.has(type)) member = undefined;
    else if (ERASED_MEMBERS.has(type)) member ??= index;
    if (CONTINUING.has(type) && joins(tokens, index, member ?? index, code)) return false;
    if (type === tt._enum && !isPlainEnum(tokens, index, code)) return false;
    const before = tokens[index - 1]?.type;
    if (MODIFIERS.has(type) && (before === tt.parenL || before === tt.comma)) properties = true;
    if (type === tt._extends) orderMatters = true;
    if (contextId !== null && classes.has(contextId) && isField(tokens, index)) orderMatters = true;
  }
  // Sucrase assigns parameter properties after the fields, whose initialisers may read them.
  return !(properties && orderMatters);
}

/** Whether this token, in another line, would go on from what has no semicolon once the types between them, and all from `erased` on, are gone. */
function joins(tokens: Token[], at: number, erased: number, code: string): boolean {
  let before = erased - 1;
  while (tokens[before]?.isType) before -= 1;
  const last = tokens[before];
  if (before === at - 1 || !last || ENDS.has(last.type)) return false;
  return code.slice(last.end, tokens[at]?.start).includes('\n');
}

/** Whether a token in a class body is the name of a field; a method's parameters follow its name. */
function isField(tokens: Token[], index: number): boolean {
  const type = tokens[index]?.type;
  if (type === tt._class || type === tt.braceL || type === tt.braceR) return false;
  let after = index + 1;
  while (tokens[after]?.isType) after += 1;
  const next = tokens[after]?.type;
  // A modifier such as `get` before the name, which is checked itself.
  if (type !== undefined && BEFORE_NAMES.has(type) && next !== undefined && NAMED.has(next)) return false;
  return next !== tt.parenL;
}

/** All members have plain names, none the name of the enum, and literal values: Sucrase turns them into constants. */
function isPlainEnum(tokens: Token[], at: number, code: string): boolean {
  const text = (token: Token | undefined) => code.slice(token?.start, token?.end);
  const name = text(tokens[at + 1]);
  let index = at + 2;
  if (tokens[index++]?.type !== tt.braceL) return false;
  while (tokens[index]?.type !== tt.braceR) {
    const member = tokens[index++];
    if ((member?.type !== tt.name && member?.type !== tt.string) || text(member) === name) return false;
    if (tokens[index]?.type === tt.eq) {
      index += tokens[index + 1]?.type === tt.minus ? 2 : 1;
      const value = tokens[index++]?.type;
      if (value !== tt.num && value !== tt.string) return false;
    }
    if (tokens[index]?.type === tt.comma) index += 1;
    else if (tokens[index]?.type !== tt.braceR) return false;
  }
  return true;
}
