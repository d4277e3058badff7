// Tables and columns that SQL completion knows: of every table and view that is made in the room's SQL files, `schema.sql` among them, or in the schema of its page.
import type { Extension } from '@codemirror/state';
import type { Suggestion } from '../runner/tools/language-service.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import { suggestions } from './completion-source.js';
import { isSql } from './sql-dialects.js';

const SKIPPED = /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*(?:'|$)/g;
const MADE =
  /\bcreate\s+(?:or\s+replace\s+)?(?:temp\w*\s+|unlogged\s+|foreign\s+|materialized\s+)?(?:table|view)\s+(?:if\s+not\s+exists\s+)?([\p{L}\p{N}_$."`[\]]+)\s*(\(|\bas\s+select\s)/giu;
const FIRST = /^\s*("[^"]*"|`[^`]*`|\[[^\]]*\]|[\p{L}\p{N}_$]+)/u;
const LAST = /([\p{L}\p{N}_$]+)["`\]]?$/u;
const IS_NAME = /^[\p{L}\p{N}_$]+$/u;
const NO_COLUMN = /^(primary|foreign|unique|check|constraint|exclude|like)$/i;
const USED = /\b(?:from|join|update|into)\s+([\p{L}\p{N}_$."`[\]]+)(?:\s+(?:as\s+)?([\p{L}\p{N}_$]+))?/giu;
const OWNER = /([\p{L}\p{N}_$]+)["`\]]?\.[\p{L}\p{N}_$]*$/u;
/** A column may be called `from`, but not in what a view shows. */
const IN_BRACKETS = /[(),;]/g;
const SHOWN = /[(),;]|\bfrom\b/gi;
/** Longer names are none. */
const LONGEST_NAME = 200;
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

/** For a place in a file: behind `table.` or `alias.` its columns, else tables, and columns of those the statement uses. */
function namesAt(text: string, at: number, tables: Tables): string[] {
  const start = text.lastIndexOf(';', at - 1) + 1;
  const end = text.indexOf(';', at);
  const statement = text.slice(start, end < 0 ? text.length : end).replace(SKIPPED, ' ');
  const used = new Map<string, string>();
  for (const [, table = '', alias] of statement.matchAll(USED)) {
    used.set(bare(table).toLowerCase(), bare(table));
    if (alias) used.set(alias.toLowerCase(), bare(table));
  }
  const find = (name: string) => [...tables].find(([table]) => table.toLowerCase() === name.toLowerCase())?.[1];
  const owner = OWNER.exec(text.slice(Math.max(0, at - LONGEST_NAME), at))?.[1];
  if (owner) return [...(find(used.get(owner.toLowerCase()) ?? owner) ?? [])];
  const columns = [...new Set(used.values())].flatMap((table) => find(table) ?? []);
  return [...new Set([...columns, ...tables.keys()])];
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
