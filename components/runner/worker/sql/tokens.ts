// Tokenises SQL as SQLite does, with positions; spaces and comments are skipped.

export interface SqlToken {
  text: string;
  start: number;
  end: number;
}

const SPACE = /(?:\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))+/y;
const TOKEN =
  /[xX]'[^']*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|\d[\w.]*(?:[eE][+-]\d+)?|\.\d\w*|[\p{L}\p{N}_][\p{L}\p{N}_$]*|:[:=]|#>>?|@>|\?\d*|[$@:#]+[\p{L}\p{N}_$]*|->>|->|\|\||<<|>>|<=|>=|==|!=|<>|[\s\S]/uy;

export function* tokensOf(sql: string, from = 0): Generator<SqlToken> {
  let at = from;
  for (;;) {
    SPACE.lastIndex = at;
    at += SPACE.exec(sql)?.[0].length ?? 0;
    TOKEN.lastIndex = at;
    const text = TOKEN.exec(sql)?.[0];
    if (text === undefined) return;
    yield { text, start: at, end: at + text.length };
    at += text.length;
  }
}

/** A name without quotes, in capitals: SQLite ignores case. */
export function nameOf({ text }: SqlToken): string {
  const bare = /^["`[]/.test(text) ? text.slice(1, -1) : text;
  return bare.toUpperCase();
}

/** The verb of a statement: SELECT, INSERT, CREATE…, after a WITH clause, and after semicolons that end nothing. */
export function verbOf(sql: string): string {
  let depth = 0;
  let isWith = false;
  for (const token of tokensOf(sql)) {
    const name = nameOf(token);
    if (name === ';') continue;
    if (name === '(') depth += 1;
    else if (name === ')') depth -= 1;
    else if (depth === 0 && !isWith && name !== 'WITH') return name;
    else if (depth === 0 && /^(?:SELECT|VALUES|INSERT|REPLACE|UPDATE|DELETE)$/.test(name)) return name;
    isWith ||= name === 'WITH';
  }
  return '';
}
