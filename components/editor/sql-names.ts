// Tables and columns that SQL completion knows: of every CREATE TABLE in the room's SQL files, `schema.sql` among them.
import type { Extension } from '@codemirror/state';
import type { Suggestion } from '../runner/tools/language-service.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import { suggestions } from './completion-source.js';

const SKIPPED = /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*(?:'|$)/g;
const TABLE = /\bcreate\s+(?:temp\w*\s+)?table\s+(?:if\s+not\s+exists\s+)?([\w."`[\]]+)\s*\(/gi;
const FIRST = /^\s*("[^"]*"|`[^`]*`|\[[^\]]*\]|\w+)/;
const NO_COLUMN = /^(primary|foreign|unique|check|constraint|exclude|like)$/i;
const USED = /\b(?:from|join|update|into)\s+([\w."`[\]]+)(?:\s+(?:as\s+)?(\w+))?/gi;
/** More of a file is not looked through at each key. */
const LONGEST = 200_000;

type Tables = ReadonlyMap<string, readonly string[]>;

/** By name as it is written, the last part of it. */
function tablesIn(text: string): Tables {
  const code = text.slice(0, LONGEST).replace(SKIPPED, (skipped) => ' '.repeat(skipped.length));
  const tables = new Map<string, string[]>();
  for (const found of code.matchAll(TABLE)) {
    const columns = partsOf(code, found.index + found[0].length).map((part) => bare(FIRST.exec(part)?.[1] ?? ''));
    tables.set(
      bare(found[1] ?? ''),
      // What needs quotes is left out.
      columns.filter((column) => /^\w+$/.test(column) && !NO_COLUMN.test(column)),
    );
  }
  return tables;
}

/** What stands between commas up to the bracket that closes. */
function partsOf(code: string, from: number): string[] {
  const parts = [''];
  for (let [at, depth] = [from, 0]; at < code.length; at += 1) {
    const character = code.charAt(at);
    if (character === ')' && depth === 0) return parts;
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
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
  const owner = /(\w+)["`\]]?\.\w*$/.exec(text.slice(Math.max(0, at - 200), at))?.[1];
  if (owner) return [...(find(used.get(owner.toLowerCase()) ?? owner) ?? [])];
  const columns = [...new Set(used.values())].flatMap((table) => find(table) ?? []);
  return [...new Set([...columns, ...tables.keys()])];
}

export function sqlNames({ documents }: Session, document: SessionDocument): Extension {
  const known = new WeakMap<object, Tables>();
  const tables = () => {
    const all = documents.files.list.filter((file) => file.document.language === 'sql' || /\.sql$/i.test(file.name));
    return new Map(
      all.flatMap(({ document: { text } }) => {
        const found = known.get(text) ?? tablesIn(text.toString());
        known.set(text, found);
        return [...found];
      }),
    );
  };
  return suggestions.of(async (at) =>
    namesAt(document.text.toString(), at, tables()).map((label): Suggestion => ({ label })),
  );
}
