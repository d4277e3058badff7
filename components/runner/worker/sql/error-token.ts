// Finds the token that caused an SQLite error, by preparing variants of the statement: the message does not have its position.
import type { Database } from 'sql.js';
import { nameOf, type SqlToken, tokensOf } from './tokens.js';

/** Longer texts are not searched. */
const MAX_TOKENS = 20_000;
const MAX_NAMESAKES = 200;
/** A name that no program uses. */
const STRANGER = 'zq_stranger_7';

export interface ErrorToken {
  token: SqlToken;
  /** The tokens around it, in capitals; ▸ precedes it. */
  context: string;
}

/** Undefined where the message is about the whole statement, which starts at `from`. */
export function findErrorToken(database: Database, sql: string, from: number, message: string): ErrorToken | undefined {
  const tokens: SqlToken[] = [];
  for (const token of tokensOf(sql, from)) if (tokens.push(token) >= MAX_TOKENS) break;
  const complaint = (text: string) => complaintOf(database, text);
  // It failed while running, so no token is wrong.
  if (complaint(sql.slice(from)) !== message) return undefined;
  const isGrammar = /^(?:near "[\s\S]*": syntax error|unrecognized token: )/.test(message);
  let index: number;
  if (message === 'incomplete input') index = tokens.length - 1;
  else if (isGrammar) index = firstWrong(tokens, (token) => complaint(sql.slice(from, token.end)) === message);
  else index = namesake(sql, from, tokens, message, complaint);
  const token = tokens[index];
  if (!token) return undefined;
  const words = (from: number, to: number) => tokens.slice(Math.max(0, from), to).map(nameOf).join(' ');
  const context = `${words(index - 6, index)} ▸${words(index, index + 4)}`.trim();
  return { token, context };
}

function complaintOf(database: Database, sql: string): string {
  try {
    database.prepare(sql).free();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The text up to a correct token is only incomplete; up to the wrong one, or a later one, it has an error. So bisection works. */
function firstWrong(tokens: SqlToken[], isWrong: (token: SqlToken) => boolean): number {
  let [low, high] = [0, tokens.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle];
    if (token && isWrong(token)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Of the tokens that the message may refer to: the one that is wrong when all others are removed, and that causes the same error
 * under another name. It comes first.
 */
function namesake(
  sql: string,
  from: number,
  tokens: SqlToken[],
  message: string,
  complaint: (sql: string) => string,
): number {
  const [, subject = message] = /(?:: |named )(.+?)(?: - should this be .*)?$/.exec(message) ?? [];
  const named = new Set([...tokensOf(subject)].map(nameOf));
  const places = tokens
    .flatMap((token, index) => (/[\w"`[]/.test(token.text) && named.has(nameOf(token)) ? [index] : []))
    .slice(0, MAX_NAMESAKES);
  const spans = places.map((place) => spanOf(tokens, place));
  const without = (gone: Span[]) => complaint(replaced(sql, from, gone));
  const removable = spans.filter((span) => !/syntax error|^incomplete input$/.test(without([span])));
  const renamed = places.map((place) => {
    const { start, end } = tokens[place] as SqlToken;
    const other = complaint(`${sql.slice(from, start)}${STRANGER}${sql.slice(end)}`);
    return other.includes('syntax error') ? undefined : other;
  });
  const isFirst = (at: number) => renamed[at]?.includes(STRANGER) === true;
  const isWrong = ({ start, end }: Span) =>
    isSame(without(removable.filter((span) => span.end <= start || span.start >= end)), message);
  const found = spans.findIndex((span, at) => isFirst(at) && isWrong(span));
  const at = found >= 0 ? found : renamed.findIndex((other, place) => other === '' || isFirst(place));
  return places[at] ?? -1;
}

/** SQLite has two messages for an aggregate in the wrong place. */
function isSame(one: string, other: string): boolean {
  return one === other || [one, other].every((message) => message.startsWith('misuse of aggregate'));
}

interface Span {
  start: number;
  end: number;
}

/** The whole of `t.name`, and of `name(…)`. */
function spanOf(tokens: SqlToken[], place: number): Span {
  let first = place;
  while (tokens[first - 1]?.text === '.') first -= 2;
  let last = place;
  if (tokens[place + 1]?.text === '(') {
    let depth = 0;
    do {
      last += 1;
      const text = tokens[last]?.text;
      depth += text === '(' ? 1 : text === ')' ? -1 : 0;
    } while (depth > 0 && last < tokens.length - 1);
  }
  return { start: (tokens[first] ?? tokens[place] ?? { start: 0 }).start, end: tokens[last]?.end ?? 0 };
}

/** Replaces the spans by NULL. */
function replaced(sql: string, from: number, gone: Span[]): string {
  let text = '';
  let at = from;
  for (const { start, end } of gone) {
    // Part of a span that was replaced already.
    if (start < at) continue;
    text += `${sql.slice(at, start)}NULL`;
    at = end;
  }
  return text + sql.slice(at);
}
