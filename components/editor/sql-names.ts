// Tables and columns that SQL completion knows: of every table and view that is made in the room's SQL files, `schema.sql` among them, or in the schema of its page.
import type { Extension } from '@codemirror/state';
import type { Suggestion } from '../runner/tools/language-service.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import { suggestions } from './completion-source.js';
import { isSql } from './sql-dialects.js';

const SKIPPED = /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*(?:'|$)/g;
const MADE =
  /\bcreate\s+(?:or\s+replace\s+)?(?:temp\w*\s+|unlogged\s+|foreign\s+|materialized\s+)?(?:table|view)\s+(?:if\s+not\s+exists\s+)?((?:"[^"]{0,200}"|`[^`]{0,200}`|\[[^\]]{0,200}\]|[\p{L}\p{M}\p{N}_$.])+)\s*(\(|\bas\s+select\s)/giu;
const FIRST = /^\s*("[^"]*"|`[^`]*`|\[[^\]]*\]|[\p{L}\p{M}\p{N}_$]+)/u;
const LAST = /([\p{L}\p{M}\p{N}_$]+)["`\]]?$/u;
const IS_NAME = /^[\p{L}\p{M}\p{N}_$]+$/u;
const NO_COLUMN = /^(primary|foreign|unique|check|constraint|exclude|like)$/i;
const OWNER = /("[^"]*"|`[^`]*`|\[[^\]]*\]|[\p{L}\p{M}\p{N}_$]+)\.[\p{L}\p{M}\p{N}_$]*$/u;
/** A name with what it is in, or a sign that matters. The point behind a name is of what is being written: the next word is none of its. */
const PIECE =
  /(?:"[^"]{0,200}"|`[^`]{0,200}`|\[[^\]]{0,200}\]|[\p{L}\p{M}_][\p{L}\p{M}\p{N}_$]*)(?:\.(?:"[^"]{0,200}"|`[^`]{0,200}`|\[[^\]]{0,200}\]|[\p{L}\p{M}\p{N}_$]+))*|[(),]/giu;
/** A table follows; `using` only of DELETE and MERGE. */
const BEGINS = /^(from|join|into|update|using)$/i;
/** Between it and its table, or between a table and its alias. */
const BETWEEN = /^(as|only|lateral)$/i;
/** No alias, and tables may go on behind it. */
const GOES_ON = /^(cross|full|inner|left|natural|on|outer|right|indexed|not|tablesample)$/i;
/** No alias, and no table follows its commas. */
const ENDS =
  /^(default|except|fetch|for|group|having|intersect|limit|offset|order|overriding|returning|select|set|union|values|when|where|window)$/i;
const QUERY = /\s*select\s/iy;
const COMMON =
  /(?:\bwith\s+(?:recursive\s+)?|,\s*)([\p{L}\p{M}\p{N}_$]{1,200})\s*(?:\(([^()]{0,2000})\)\s*)?\bas\s+(?:(?:not\s+)?materialized\s+)?\((\s*select\s)?/giu;
/** A column may be called `from`, but not in what a view shows. */
const IN_BRACKETS = /[(),;]/g;
const SHOWN = /[(),;]|\bfrom\b/gi;
/** Longer names are none. */
const LONGEST_NAME = 200;
/** More of a statement around the cursor, and of what a query shows, is not looked through at each key. */
const LONGEST_STATEMENT = 20_000;
const LONGEST_QUERY = 5_000;
/** More of a file is not looked through at each key. */
const LONGEST = 200_000;

type Tables = ReadonlyMap<string, readonly string[]>;

/** By name as it is written, the last part of it. */
function tablesIn(text: string): Tables {
  const code = text.slice(0, LONGEST).replace(SKIPPED, (skipped) => ' '.repeat(skipped.length));
  const tables = new Map<string, string[]>();
  let end = 0;
  for (const { 0: found, 1: name = '', 2: begin, index } of code.matchAll(MADE)) {
    // It stands in a list that nobody has closed yet.
    if (index < end) continue;
    const table = begin === '(';
    const list = listAt(code, index + found.length, table ? IN_BRACKETS : SHOWN);
    end = list.end;
    tables.set(
      bare(name),
      list.parts
        .map((part) => (table ? FIRST.exec(part) : LAST.exec(part.trimEnd().slice(-LONGEST_NAME))))
        .map((column) => bare(column?.[1] ?? ''))
        // What needs quotes is left out.
        .filter((each) => IS_NAME.test(each) && !NO_COLUMN.test(each)),
    );
  }
  return tables;
}

/** What stands between commas up to the bracket that closes, the FROM of a view, or the end of the statement. `marks`: what to look at. */
function listAt(code: string, from: number, marks: RegExp): { parts: string[]; end: number } {
  const parts: string[] = [];
  let start = from;
  let depth = 0;
  for (const { 0: mark, index } of code.slice(from).matchAll(marks)) {
    const at = from + index;
    if (mark === ';' || (depth === 0 && mark !== '(' && mark !== ','))
      return { parts: [...parts, code.slice(start, at)], end: at };
    if (mark === '(') depth += 1;
    else if (mark === ')') depth -= 1;
    else if (mark === ',' && depth === 0) {
      parts.push(code.slice(start, at));
      start = at + 1;
    }
  }
  return { parts: [...parts, code.slice(start)], end: code.length };
}

/** Without quotes, and without the schema before it. */
function bare(name: string): string {
  return (name.split('.').at(-1) ?? '').replace(/["`[\]]/g, '');
}

/** What a query shows, from behind its SELECT. */
function shownBy(code: string, from: number): string[] {
  return columnsIn(listAt(code.slice(from, from + LONGEST_QUERY), 0, SHOWN).parts);
}

/** The last word of each part of a list of columns. */
function columnsIn(parts: readonly string[]): string[] {
  const names = parts.map((part) => LAST.exec(part.trimEnd().slice(-LONGEST_NAME))?.[1] ?? '');
  return names.filter((each) => IS_NAME.test(each));
}

/** The tables of a statement by what they are called in it, and those that it makes for itself: subqueries and common table expressions. */
function tablesOf(statement: string): { used: Map<string, string>; own: Map<string, string[]> } {
  const used = new Map<string, string>();
  const own = new Map<string, string[]>();
  for (const { 0: found, 1: name = '', 2: given, 3: query, index } of statement.matchAll(COMMON)) {
    if (given) own.set(name, columnsIn(given.split(',')));
    else if (query) own.set(name, shownBy(statement, index + found.length));
  }
  /** What may stand here, whether a table follows the next comma, and the table or the subquery that an alias is of. */
  let here = { next: '', list: false, table: '', query: -1 };
  const around: (typeof here)[] = [];
  let before = '';
  for (const { 0: piece, index } of statement.matchAll(PIECE)) {
    if (piece === '(') {
      const table = here.next === 'table' && !/^using$/i.test(before);
      QUERY.lastIndex = index + 1;
      const query = QUERY.test(statement) ? QUERY.lastIndex : -1;
      around.push(table ? { ...here, next: 'alias', table: '', query } : here);
      here = { next: table ? 'table' : '', list: table, table: '', query: -1 };
    } else if (piece === ')') here = around.pop() ?? here;
    else if (piece === ',') here.next = here.list ? 'table' : '';
    else if (BEGINS.test(piece)) here = { next: 'table', list: true, table: '', query: -1 };
    else if (ENDS.test(piece)) here = { next: '', list: false, table: '', query: -1 };
    else if (GOES_ON.test(piece)) here.next = '';
    else if (!BETWEEN.test(piece)) {
      const name = bare(piece);
      // `extract(year from o.` names an alias that is known.
      if (here.next === 'table') used.set(name.toLowerCase(), used.get(name.toLowerCase()) ?? name);
      else if (here.next === 'alias' && here.table) used.set(name.toLowerCase(), here.table);
      else if (here.next === 'alias' && here.query >= 0) {
        used.set(name.toLowerCase(), name);
        own.set(name, shownBy(statement, here.query));
      }
      here = { ...here, next: here.next === 'table' ? 'alias' : '', table: name };
    }
    before = piece;
  }
  return { used, own };
}

/** For a place in a file: behind `table.` or `alias.` its columns, else tables, and columns of those the statement uses. */
function namesAt(text: string, at: number, tables: Tables): string[] {
  // A semicolon in a comment ends nothing, and what looks like a comment in a text is none.
  const code = text.replace(/'(?:[^'\n]|'')*'|--[^\n]*/g, (found) =>
    found.startsWith('--') ? ' '.repeat(found.length) : found,
  );
  const start = Math.max(code.lastIndexOf(';', at - 1) + 1, at - LONGEST_STATEMENT);
  const end = Math.min(code.indexOf(';', at) + 1 || code.length, at + LONGEST_STATEMENT);
  const { used, own } = tablesOf(code.slice(start, end).replace(SKIPPED, ' '));
  const known = new Map([...tables, ...own]);
  const find = (name: string) => [...known].find(([table]) => table.toLowerCase() === name.toLowerCase())?.[1];
  const owner = bare(OWNER.exec(text.slice(Math.max(0, at - LONGEST_NAME), at))?.[1] ?? '');
  if (owner) return [...(find(used.get(owner.toLowerCase()) ?? owner) ?? [])];
  const columns = [...new Set(used.values())].flatMap((table) => find(table) ?? []);
  // What needs quotes is left out.
  return [...new Set([...columns, ...known.keys()])].filter((name) => IS_NAME.test(name));
}

/** `schema`: what the page sets up before each program. */
export function sqlNames({ documents }: Session, document: SessionDocument, schema: () => string): Extension {
  const known = new WeakMap<object, Tables>();
  let given = { text: '', tables: tablesIn('') };
  const tables = () => {
    const text = schema();
    if (text !== given.text) given = { text, tables: tablesIn(text) };
    const all = documents.files.list.filter((file) => isSql(file.document.language) || /\.sql$/i.test(file.name));
    return new Map([
      ...given.tables,
      ...all.flatMap(({ document: { text } }) => {
        const found = known.get(text) ?? tablesIn(text.toString());
        known.set(text, found);
        return [...found];
      }),
    ]);
  };
  return suggestions.of(async (at) =>
    namesAt(document.text.toString(), at, tables()).map((label): Suggestion => ({ label })),
  );
}
