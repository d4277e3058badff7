// The word SQLite stumbled over, found by asking it again: only it knows which of several it means.
import type { Database } from 'sql.js';
import { nameOf, type Token, tokensOf } from './tokens.js';

/** A text of more words than this is not searched through. */
const MAX_TOKENS = 20_000;
const MAX_NAMESAKES = 200;
/** No program has such a name. */
const STRANGER = 'zq_stranger_7';

export interface Mistake {
  token: Token;
  /** The words around it, in capitals; ▸ stands before it. */
  context: string;
}

/** Undefined where the message is about the whole statement, which begins at `from`. */
export function mistakeIn(database: Database, sql: string, from: number, message: string): Mistake | undefined {
  const tokens: Token[] = [];
  for (const token of tokensOf(sql, from)) if (tokens.push(token) >= MAX_TOKENS) break;
  const complaint = (text: string) => complaintOf(database, text);
  const isGrammar = /^(?:near "[\s\S]*": syntax error|unrecognized token: )/.test(message);
  let index: number;
  if (message === 'incomplete input') index = tokens.length - 1;
  else if (isGrammar) index = firstWrong(tokens, (token) => complaint(sql.slice(from, token.end)) === message);
  else index = namesake(sql, from, tokens, message, complaint);
  const token = tokens[index];
  if (!token) return undefined;
  const words = (from: number, to: number) => tokens.slice(Math.max(0, from), to).map(nameOf).join(' ');
  const context = `${words(index - 4, index)} ▸${words(index, index + 2)}`.trim();
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

/** The text up to a right word is only incomplete; up to the wrong one, or to one behind it, it is wrong. */
function firstWrong(tokens: Token[], isWrong: (token: Token) => boolean): number {
  let [low, high] = [0, tokens.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle];
    if (token && isWrong(token)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Of the words that the message may mean, the one under whose other name SQLite complains of that name, or no more. */
function namesake(
  sql: string,
  from: number,
  tokens: Token[],
  message: string,
  complaint: (sql: string) => string,
): number {
  const named = new Set([...tokensOf(message.replace(/ - should this be .*$/, ''))].map(nameOf));
  const places = tokens.flatMap((token, index) =>
    /[\w"`[]/.test(token.text) && named.has(nameOf(token)) ? [index] : [],
  );
  let changed = -1;
  for (const index of places.slice(0, MAX_NAMESAKES)) {
    const { start, end } = tokens[index] as Token;
    const other = complaint(`${sql.slice(from, start)}${STRANGER}${sql.slice(end)}`);
    if (other.includes(STRANGER) && /syntax error/.test(other) === false) return index;
    if (changed < 0 && other === '') changed = index;
  }
  return changed;
}
